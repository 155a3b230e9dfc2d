package io.github.ratingsstream.core.executor;

import java.io.Serializable;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Where a job's store is. It travels to the executors, so it holds no password: a login comes from the driver. */
public interface StoreLocation extends Serializable {

    /** In seconds. What takes longer to connect is as good as down; a busy JVM needs some for its first connection. */
    int CONNECT_SECONDS = 10;

    /**
     * The store's database. It need not answer yet.
     *
     * @param login the driver's, asked for when it is needed
     * @return where connections come from
     */
    DataSource dataSource(Supplier<StoreLogin> login);

    /** {@return whether to keep connections in a pool; an embedded database needs none} */
    boolean isPooled();
}

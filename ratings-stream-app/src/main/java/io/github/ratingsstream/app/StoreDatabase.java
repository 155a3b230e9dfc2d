package io.github.ratingsstream.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.ratingsstream.omdb.JdbcStore;
import io.github.ratingsstream.omdb.StoreException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An open database with a store in it. */
final class StoreDatabase implements AutoCloseable {

    /** A lookup waits 3 s for the store: what takes longer to connect is as good as down. */
    private static final int CONNECT_SECONDS = 2;

    /** The client has four threads for its store; the driver adds one now and then. */
    private static final int MOST_CONNECTIONS = 5;

    private final DataSource dataSource;
    private final Runnable closeDataSource;
    private final JdbcStore store;

    private StoreDatabase(DataSource dataSource, Runnable closeDataSource) {
        this.dataSource = dataSource;
        this.closeDataSource = closeDataSource;
        this.store = JdbcStore.open(dataSource);
    }

    /**
     * Opens it. The login is for PostgreSQL.
     *
     * @throws StoreException if it can't be used
     */
    static StoreDatabase open(StoreAddress address, Supplier<StoreLogin> login) {
        // A pool's connection would keep H2 from packing its file on close, and an embedded database needs none.
        return address.isDirectory()
                ? new StoreDatabase(h2(address), () -> {})
                : pooled(postgres(address, login.get()));
    }

    private static StoreDatabase pooled(DataSource single) {
        // First without the pool, which would try again and again, and then name no reason.
        JdbcStore.open(single).close();
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("ratings-store");
        settings.setDataSource(single);
        settings.setMaximumPoolSize(MOST_CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(CONNECT_SECONDS * 1_000);
        settings.setValidationTimeout(CONNECT_SECONDS * 500);
        settings.setInitializationFailTimeout(-1);
        HikariDataSource pool = new HikariDataSource(settings);
        try {
            return new StoreDatabase(pool, pool::close);
        } catch (StoreException e) {
            pool.close();
            throw e;
        }
    }

    private static DataSource h2(StoreAddress address) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(address.url());
        h2.setUser("sa");
        h2.setPassword("");
        return h2;
    }

    private static DataSource postgres(StoreAddress address, StoreLogin login) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setApplicationName("ratings-stream");
        postgres.setConnectTimeout(CONNECT_SECONDS);
        postgres.setLoginTimeout(CONNECT_SECONDS);
        postgres.setCancelSignalTimeout(CONNECT_SECONDS);
        postgres.setTcpKeepAlive(true);
        // After ours, so that the user's settings win.
        postgres.setURL(address.url());
        postgres.setUser(login.user());
        postgres.setPassword(login.password());
        return postgres;
    }

    JdbcStore store() {
        return store;
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        store.close();
        closeDataSource.run();
    }
}

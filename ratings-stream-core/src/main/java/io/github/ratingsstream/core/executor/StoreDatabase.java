package io.github.ratingsstream.core.executor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.ratingsstream.omdb.store.StoreException;
import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** An open database with a store in it. */
final class StoreDatabase implements AutoCloseable {

    /** A client has four threads for its store; the driver adds one now and then. */
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
     * Opens it.
     *
     * @throws StoreException if it can't be used
     */
    static StoreDatabase open(StoreLocation location, Supplier<StoreLogin> login) {
        DataSource database = location.dataSource(login);
        return location.isPooled() ? pooled(database) : new StoreDatabase(database, () -> {});
    }

    private static StoreDatabase pooled(DataSource single) {
        // First without the pool, which would try again and again, and then give no reason.
        JdbcStore.open(single).close();
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("ratings-store");
        settings.setDataSource(single);
        settings.setMaximumPoolSize(MOST_CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(StoreLocation.CONNECT_SECONDS * 1_000);
        settings.setValidationTimeout(StoreLocation.CONNECT_SECONDS * 500);
        settings.setInitializationFailTimeout(-1);
        HikariDataSource pool = new HikariDataSource(settings);
        try {
            return new StoreDatabase(pool, pool::close);
        } catch (StoreException e) {
            pool.close();
            throw e;
        }
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

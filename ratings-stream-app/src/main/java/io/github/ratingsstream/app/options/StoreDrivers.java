package io.github.ratingsstream.app.options;

import io.github.ratingsstream.core.executor.StoreLocation;
import io.github.ratingsstream.core.executor.StoreLogin;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The two databases a store may be in, by their drivers. */
final class StoreDrivers {

    private StoreDrivers() {}

    static DataSource h2(String url) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        h2.setPassword("");
        return h2;
    }

    static DataSource postgres(String url, StoreLogin login) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setApplicationName("ratings-stream");
        postgres.setConnectTimeout(StoreLocation.CONNECT_SECONDS);
        postgres.setLoginTimeout(StoreLocation.CONNECT_SECONDS);
        postgres.setCancelSignalTimeout(StoreLocation.CONNECT_SECONDS);
        postgres.setTcpKeepAlive(true);
        // After ours, so that the user's settings win.
        postgres.setURL(url);
        postgres.setUser(login.user());
        postgres.setPassword(login.password());
        return postgres;
    }
}

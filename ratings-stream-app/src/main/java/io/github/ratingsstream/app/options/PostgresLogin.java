package io.github.ratingsstream.app.options;

import io.github.ratingsstream.core.executor.StoreLogin;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.jdbcurlresolver.PgPassParser;

/** Finds user and password where PostgreSQL's own programs look for them. */
public final class PostgresLogin {

    private PostgresLogin() {}

    /** The URL's user, else PGUSER, else the system's; PGPASSWORD, else .pgpass. */
    public static StoreLogin find(StoreAddress address, Map<String, String> environment) {
        Properties url = address.properties();
        String user = PGProperty.USER.getOrDefault(url);
        if (user == null) {
            user = environment.getOrDefault("PGUSER", System.getProperty("user.name"));
        }
        String password = environment.get("PGPASSWORD");
        return new StoreLogin(user, password == null ? fromFile(url, user) : password);
    }

    private static @Nullable String fromFile(Properties url, String user) {
        String database = PGProperty.PG_DBNAME.getOrDefault(url);
        return PgPassParser.getPassword(
                PGProperty.PG_HOST.getOrDefault(url),
                PGProperty.PG_PORT.getOrDefault(url),
                database == null || database.isEmpty() ? user : database,
                user);
    }
}

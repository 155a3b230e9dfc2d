package io.github.ratingsstream.app;

import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.jdbcurlresolver.PgPassParser;

/** Who the job is to PostgreSQL. Found on the driver, and handed to executors as the key is. */
record StoreLogin(String user, @Nullable String password) {

    /** As PostgreSQL's own programs do: the URL's user, else PGUSER, else the system's; PGPASSWORD, else .pgpass. */
    static StoreLogin find(StoreAddress address, Map<String, String> environment) {
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

    /** Travels as an array: Spark's connection reads what comes over it without our jar's classes. */
    static StoreLogin of(@Nullable String[] userAndPassword) {
        return new StoreLogin(userAndPassword[0], userAndPassword[1]);
    }

    @Nullable
    String[] userAndPassword() {
        return new String[] {user, password};
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "StoreLogin[" + user + "]";
    }
}

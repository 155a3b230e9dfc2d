package io.github.ratingsstream.omdb.store.jdbc;

import io.github.ratingsstream.omdb.internal.text.OneLine;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Where the databases' SQL differs. Both understand all the store's other statements. */
enum SqlDialect {
    /** A BYTEA is limited to 1 MB here, so answers are large objects; {@link OpenH2} says where they are kept. */
    H2(
            "blob",
            "current_timestamp(6)",
            "dateadd(microsecond, ?, current_timestamp(6))",
            "dateadd(second, %d, current_timestamp(6))",
            ""),
    /** Here current_timestamp stands still while a statement waits for another's row. */
    POSTGRESQL(
            "bytea",
            "clock_timestamp()",
            "clock_timestamp() + ? * interval '1 microsecond'",
            "clock_timestamp() + %d * interval '1 second'",
            " on conflict do nothing");

    private static final int OLDEST_H2 = 2;

    private final String body;
    private final String now;
    private final String later;
    private final String tolerable;
    private final String unlessThere;

    SqlDialect(String body, String now, String later, String tolerable, String unlessThere) {
        this.body = body;
        this.now = now;
        this.later = later;
        this.tolerable = tolerable.formatted(OmdbStore.CLOCK_TOLERANCE.toSeconds());
        this.unlessThere = unlessThere;
    }

    static SqlDialect of(DatabaseMetaData database) throws SQLException {
        String name = database.getDatabaseProductName();
        if ("PostgreSQL".equals(name)) {
            return POSTGRESQL;
        }
        if ("H2".equals(name) && database.getDatabaseMajorVersion() >= OLDEST_H2) {
            return H2;
        }
        throw new StoreException("a store needs H2 2 or newer, or PostgreSQL; this database is "
                + OneLine.of(name + " " + database.getDatabaseMajorVersion()));
    }

    /** The type of an answer's text. */
    String body() {
        return body;
    }

    /** The database's clock, which all processes share. */
    String now() {
        return now;
    }

    /** The database's clock plus a parameter in microseconds. */
    String later() {
        return later;
    }

    /** The latest time that may have been stamped by a clock that goes right, by the database's. */
    String tolerable() {
        return tolerable;
    }

    /** Follows an insert so that an existing row is no error, which PostgreSQL would log. Empty for H2. */
    String unlessThere() {
        return unlessThere;
    }
}

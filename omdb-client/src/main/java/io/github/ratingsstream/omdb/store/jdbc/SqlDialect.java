package io.github.ratingsstream.omdb.store.jdbc;

import io.github.ratingsstream.omdb.internal.text.OneLine;
import io.github.ratingsstream.omdb.store.StoreException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Where the databases' SQL differs. All else that the store says is understood by both. */
enum SqlDialect {
    /** A BYTEA ends at 1 MB here, so answers are large objects; {@link OpenH2} says how they lie. */
    H2("blob", "current_timestamp(6)", "dateadd(microsecond, ?, current_timestamp(6))", ""),
    /** The current_timestamp stands still here while a statement waits for another's row. */
    POSTGRESQL(
            "bytea",
            "clock_timestamp()",
            "clock_timestamp() + ? * interval '1 microsecond'",
            " on conflict do nothing");

    private static final int OLDEST_H2 = 2;

    private final String body;
    private final String now;
    private final String later;
    private final String unlessThere;

    SqlDialect(String body, String now, String later, String unlessThere) {
        this.body = body;
        this.now = now;
        this.later = later;
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

    /** The database's clock and as many microseconds as a parameter says. */
    String later() {
        return later;
    }

    /** Follows an insert, where a row that is there need not be an error, which PostgreSQL would write to its log. */
    String unlessThere() {
        return unlessThere;
    }
}

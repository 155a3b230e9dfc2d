package io.github.ratingsstream.omdb.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How H2 writes a file. Only one that is the store's alone is set and packed: a database that has anything else in it,
 * or that is in memory, is its caller's.
 */
final class H2File {

    private static final int ONLY_ONE = 1;

    /** Parked titles are kept beside the store's tables by programs over it. */
    private static final String OUR_TABLES = "'omdb_answer', 'omdb_day', 'omdb_lease', 'omdb_store', 'ratings_parked'";

    private static final String IS_OURS = """
            select database_path() is not null
              and not exists (select 1 from information_schema.tables
                where table_schema <> 'INFORMATION_SCHEMA' and lower(table_name) not in (%s))
              and not exists (select 1 from information_schema.sequences)
              and not exists (select 1 from information_schema.routines)
              and not exists (select 1 from information_schema.domains)
              and (select count(*) from information_schema.schemata) = 2
              and (select count(*) from information_schema.users) = 1
              and exists (select 1 from information_schema.users where is_admin)
            """.formatted(OUR_TABLES);

    private static final String INPLACE =
            "select setting_value from information_schema.settings where setting_name = 'MAX_LENGTH_INPLACE_LOB'";
    private static final int USUAL_INPLACE = 256;
    private static final int OUR_INPLACE = 16_384;
    private static final int USUAL_DELAY_MILLIS = 500;

    private int inplaceFound = OUR_INPLACE;
    private boolean isSet;

    /** Sets how it is written, if it is the store's alone. */
    void set(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!isOurs(statement)) {
                return;
            }
            if (!isSet) {
                inplaceFound = number(statement, INPLACE, USUAL_INPLACE);
                isSet = true;
            }
            // By default a commit reaches the file half a second late, too late for kill -9.
            write(statement, 0, OUR_INPLACE);
        }
    }

    /** Packs it if it is the store's alone. If something else has come into it, it is set as it was. */
    void leave(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!isOurs(statement)) {
                if (isSet) {
                    write(statement, USUAL_DELAY_MILLIS, inplaceFound);
                }
            } else if (number(statement, "select count(*) from information_schema.sessions", 0) == ONLY_ONE) {
                statement.execute("shutdown compact");
            }
        }
    }

    /**
     * Common answers are kept in the table itself: as large objects they would make the file grow by a quarter more.
     * The delay lasts until the database is closed, the length stays in the file.
     */
    private static void write(Statement statement, int delayMillis, int inplace) throws SQLException {
        statement.execute("set write_delay " + delayMillis);
        statement.execute("set max_length_inplace_lob " + inplace);
    }

    private static boolean isOurs(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(IS_OURS)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static int number(Statement statement, String sql, int otherwise) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : otherwise;
        }
    }
}

package io.github.ratingsstream.omdb.store.jdbc;

import io.github.ratingsstream.omdb.store.StoreException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Describes a database error in a line of our own. Drivers' messages quote addresses, statements and values. */
final class SqlFailures {

    private static final Pattern SQL_STATE = Pattern.compile("[0-9A-Z]{5}");
    private static final String NO_CONNECTION =
            "no connection to the database; check that it runs, can be reached and takes more connections";
    private static final String TOO_LONG = "the database took too long; check its load and its locks";
    private static final String NOT_CREATED =
            "H2 can't create its file; check its directory: this user must be able to make it and to write there";
    private static final String NOT_OPENED =
            "H2 can't open its file; check that this user may write it, and check the disk; if it is damaged, delete it: "
                    + "kept answers and the day's count go with it";

    /** The first whose text the SQLState starts with counts. States of five digits from 90000 up are H2's own. */
    private static final List<Map.Entry<String, String>> MEANINGS = List.of(
            Map.entry(
                    "90020",
                    "another process has the H2 database open, and H2 takes one at a time; stop the other process, "
                            + "use another directory, or share a PostgreSQL"),
            Map.entry("08", NO_CONNECTION),
            Map.entry("57P", NO_CONNECTION),
            Map.entry("53300", NO_CONNECTION),
            Map.entry("90098", NO_CONNECTION),
            Map.entry("90121", NO_CONNECTION),
            Map.entry("90067", NO_CONNECTION),
            Map.entry("28", "the database refuses the user or the password; check both in the DataSource"),
            Map.entry("3D", "there is no such database; create it, or correct the DataSource"),
            Map.entry("90146", "there is no such database; create it, or correct the DataSource"),
            Map.entry("42501", "the database's user lacks rights; the store creates, reads and writes tables omdb_*"),
            Map.entry("90096", "the database's user lacks rights; the store creates, reads and writes tables omdb_*"),
            Map.entry("90040", "the database's user lacks rights; the store creates, reads and writes tables omdb_*"),
            Map.entry("57014", TOO_LONG),
            Map.entry("HYT00", TOO_LONG),
            Map.entry("25006", "the database is read-only; use one that can be written"),
            Map.entry("90097", "the database is read-only; use one that can be written"),
            Map.entry("53", "the database has run out of disk, memory or connections; see its log"),
            Map.entry("42P01", "the store's tables are gone; open the store again to make new ones"),
            Map.entry("42S0", "the store's tables are gone; open the store again to make new ones"),
            Map.entry("HY000", "H2 can't read or write its file; free some disk space, or check the disk"),
            Map.entry("90135", "another connection has locked the H2 database, as a backup does; try again later"),
            Map.entry("90028", NOT_OPENED),
            Map.entry("90030", NOT_OPENED),
            Map.entry("90031", NOT_CREATED),
            Map.entry("90062", NOT_CREATED),
            Map.entry("90011", "H2 takes no relative path; give an absolute one, or begin it with ./"),
            Map.entry("90048", NOT_OPENED));

    private SqlFailures() {}

    static StoreException translate(SQLException error) {
        return new StoreException("the store failed: " + meaning(error) + " (SQLState " + state(error) + ")");
    }

    /** For whatever else drivers and pools throw. */
    static StoreException translate(RuntimeException error) {
        return new StoreException("the store failed: the DataSource or its driver failed ("
                + error.getClass().getSimpleName() + "); see their logs");
    }

    /** Two created the same row or table at once. */
    static boolean isDuplicate(SQLException error) {
        String state = state(error);
        return state.equals("23505") || state.equals("42P07") || state.equals("42S01") || state.equals("42710");
    }

    static boolean isMissingTable(SQLException error) {
        String state = state(error);
        return state.equals("42P01") || state.startsWith("42S0");
    }

    /** Rolled back because of another's work on the same row: nothing was done, and another try may succeed. */
    static boolean isRolledBack(SQLException error) {
        return state(error).startsWith("40") || state(error).equals("90131");
    }

    private static String meaning(SQLException error) {
        String state = state(error);
        for (Map.Entry<String, String> meaning : MEANINGS) {
            if (state.startsWith(meaning.getKey())) {
                return meaning.getValue();
            }
        }
        if (error instanceof SQLTransientConnectionException) {
            return NO_CONNECTION;
        }
        return error instanceof SQLTimeoutException ? TOO_LONG : "the database reports an error; see its log";
    }

    private static String state(SQLException error) {
        String state = error.getSQLState();
        return state != null && SQL_STATE.matcher(state).matches() ? state : "none";
    }
}

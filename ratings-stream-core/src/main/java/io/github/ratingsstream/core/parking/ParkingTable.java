package io.github.ratingsstream.core.parking;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The parked titles of one job in the store's database. Only the job's driver uses it. Text is kept as UTF-8 bytes, so
 * any character may be in it. Each method is one transaction.
 */
final class ParkingTable {

    /** A title is given up after this many times without an answer, in batches where OMDb answered for others. */
    static final int MOST_STRIKES = 3;

    /** How long a title is left alone after OMDb had no answer for it: as long as OMDb itself is. */
    static final long PAUSE_MILLIS = 10_000;

    /** How long the rows of titles that are done are kept, so that a batch that runs again finds the titles it took. */
    static final long KEPT_MILLIS = 24 * 60 * 60 * 1_000L;

    private static final int QUERY_SECONDS = 5;
    private static final int NETWORK_MILLIS = 15_000;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String COLUMNS =
            "select arrived_ms, line_no, line, asks, strikes from ratings_parked where job = ? ";

    private final Supplier<DataSource> database;
    private final byte[] job;

    ParkingTable(Supplier<DataSource> database, String job) {
        this.database = database;
        this.job = utf8(job);
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    void create() throws SQLException {
        run(connection -> {
            update(
                    connection,
                    "create table if not exists ratings_parked (job bytea not null, arrived_ms bigint not null, "
                            + "line_no bigint not null, line bytea not null, asks integer not null, "
                            + "strikes integer not null, taken_ms bigint, done_ms bigint, "
                            + "primary key (job, arrived_ms, line_no))");
            return update(
                    connection,
                    "create index if not exists ratings_parked_order on ratings_parked "
                            + "(job, asks, arrived_ms, line_no)");
        });
    }

    /** How many titles wait. */
    long waiting() throws SQLException {
        return number("select count(*) from ratings_parked where job = ? and done_ms is null");
    }

    /** The last batch that took titles; 0 if none has. */
    long lastTaken() throws SQLException {
        return number("select max(taken_ms) from ratings_parked where job = ?");
    }

    private long number(String sql) throws SQLException {
        return run(connection -> {
            try (PreparedStatement statement = statement(connection, sql, job);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** What a batch took in an earlier run, done or not. */
    List<ParkedTitle> takenBy(long batch) throws SQLException {
        return run(connection ->
                read(connection, COLUMNS + "and taken_ms = ? order by asks, arrived_ms, line_no", job, batch));
    }

    /** Takes titles for a batch: first those that have waited longest, then those OMDb had no answer for. */
    List<ParkedTitle> take(long batch, int most) throws SQLException {
        String sql = COLUMNS + "and done_ms is null and (asks = 0 or taken_ms <= ? or taken_ms > ?) "
                + "order by asks, arrived_ms, line_no limit ?";
        return run(connection -> {
            List<ParkedTitle> taken = read(connection, sql, job, batch - PAUSE_MILLIS, batch, most);
            change(connection, "update ratings_parked set taken_ms = ?", taken, batch);
            return taken;
        });
    }

    /** Records which titles are done and which go on waiting, and counts one more try for those without an answer. */
    void conclude(Conclusion conclusion) throws SQLException {
        run(connection -> {
            long batch = conclusion.batch();
            change(connection, "update ratings_parked set done_ms = ?", conclusion.done(), batch);
            change(connection, "update ratings_parked set done_ms = null", conclusion.waiting());
            change(
                    connection,
                    "update ratings_parked set done_ms = null, asks = asks + 1, strikes = strikes + ?",
                    conclusion.unanswered(),
                    conclusion.othersAnswered() ? 1 : 0);
            String old = "delete from ratings_parked where job = ? and done_ms < ?";
            return update(connection, old, job, batch - KEPT_MILLIS);
        });
    }

    /** Parks a batch's titles. If it ran before, they replace those it parked then, except titles taken since. */
    void replace(long batch, Iterator<ParkedTitle> titles) throws SQLException {
        run(connection -> {
            update(
                    connection,
                    "delete from ratings_parked where job = ? and arrived_ms = ? and taken_ms is null",
                    job,
                    batch);
            String insert = "insert into ratings_parked (job, arrived_ms, line_no, line, asks, strikes) "
                    + "select ?, ?, ?, ?, 0, 0 where not exists "
                    + "(select 1 from ratings_parked where job = ? and arrived_ms = ? and line_no = ?)";
            try (PreparedStatement statement = statement(connection, insert)) {
                for (int i = 1; titles.hasNext(); i++) {
                    ParkedTitle title = titles.next();
                    long place = title.place();
                    add(statement, job, batch, place, utf8(title.line()), job, batch, place);
                    if (i % ROWS_AT_ONCE == 0) {
                        statement.executeBatch();
                    }
                }
                return statement.executeBatch();
            }
        });
    }

    /** Changes the row of each title: the statement's own parameters come first, then the row's key. */
    private void change(Connection connection, String sql, List<ParkedTitle> titles, Object... first)
            throws SQLException {
        String each = sql + " where job = ? and arrived_ms = ? and line_no = ?";
        try (PreparedStatement statement = statement(connection, each)) {
            for (ParkedTitle title : titles) {
                List<Object> all = new ArrayList<>(List.of(first));
                all.addAll(List.of(job, title.arrivedMillis(), title.place()));
                add(statement, all.toArray());
            }
            if (!titles.isEmpty()) {
                statement.executeBatch();
            }
        }
    }

    private static List<ParkedTitle> read(Connection connection, String sql, Object... parameters) throws SQLException {
        List<ParkedTitle> titles = new ArrayList<>();
        try (PreparedStatement statement = statement(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String line = new String(row.getBytes(3), StandardCharsets.UTF_8);
                boolean lastChance = row.getInt(5) >= MOST_STRIKES - 1;
                titles.add(new ParkedTitle(row.getLong(1), row.getLong(2), line, row.getInt(4), lastChance));
            }
        }
        return titles;
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = statement(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement statement(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(QUERY_SECONDS);
        set(statement, parameters);
        return statement;
    }

    private static void add(PreparedStatement statement, Object... parameters) throws SQLException {
        set(statement, parameters);
        statement.addBatch();
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = database.get().getConnection()) {
            connection.setNetworkTimeout(Runnable::run, NETWORK_MILLIS);
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

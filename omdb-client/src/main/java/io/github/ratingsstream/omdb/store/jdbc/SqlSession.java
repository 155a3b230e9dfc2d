package io.github.ratingsstream.omdb.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection for the time of one operation: every statement commits by itself, and none runs for ever. */
final class SqlSession implements AutoCloseable {

    /** The network's timeout is longer than a statement's, so that the statement's comes first. */
    private static final int NETWORK_TO_QUERY = 2;

    private static final int MILLIS = 1_000;

    /** Reads a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final int querySeconds;
    private final boolean autoCommit;
    private final int networkMillis;

    /** Takes over the connection; on a failure it is closed. */
    static SqlSession over(Connection connection, int querySeconds) throws SQLException {
        try {
            SqlSession session = new SqlSession(connection, querySeconds);
            session.set(
                    true,
                    session.networkMillis == 0 ? NETWORK_TO_QUERY * querySeconds * MILLIS : session.networkMillis);
            return session;
        } catch (SQLException | RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    private SqlSession(Connection connection, int querySeconds) throws SQLException {
        this.connection = connection;
        this.querySeconds = querySeconds;
        this.autoCommit = connection.getAutoCommit();
        this.networkMillis = connection.getNetworkTimeout();
    }

    SqlDialect dialect() throws SQLException {
        return SqlDialect.of(connection.getMetaData());
    }

    /** The number of rows changed. */
    int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = statement(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** As {@link #update}; an existing row counts as none changed. */
    int insert(String sql, Object... parameters) throws SQLException {
        try {
            return update(sql, parameters);
        } catch (SQLException e) {
            if (SqlFailures.isDuplicate(e)) {
                return 0;
            }
            throw e;
        }
    }

    /** The first row. */
    <T> Optional<T> first(RowReader<T> reader, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = statement(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    /** Statements sent together: the first row of the only one that gives rows. */
    <T> T firstOfTogether(RowReader<T> reader, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = statement(sql, parameters)) {
            boolean isRows = statement.execute();
            while (!isRows && statement.getUpdateCount() >= 0) {
                isRows = statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return reader.read(rows);
            }
        }
    }

    private PreparedStatement statement(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout(querySeconds);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private void set(boolean commitEach, int millis) throws SQLException {
        if (connection.getAutoCommit() != commitEach) {
            connection.setAutoCommit(commitEach);
        }
        if (connection.getNetworkTimeout() != millis) {
            connection.setNetworkTimeout(Runnable::run, millis);
        }
    }

    /** Returns the connection as it came. What was done is done: a failure here changes nothing. */
    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                set(autoCommit, networkMillis);
            }
        } catch (SQLException | RuntimeException ignored) {
            // A pool finds out by itself that the connection is no good.
        }
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException ignored) {
            // It is of no more use.
        }
    }
}

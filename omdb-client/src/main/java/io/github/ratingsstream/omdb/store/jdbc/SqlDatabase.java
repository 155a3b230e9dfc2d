package io.github.ratingsstream.omdb.store.jdbc;

import io.github.ratingsstream.omdb.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs operations, each on a connection of its own, and describes failures in our own words. */
final class SqlDatabase implements AutoCloseable {

    /** How often an operation is tried that is rolled back because of others' work on the same rows. */
    private static final int MOST_TRIES = 20;

    /** What an operation does. It may run more than once. */
    @FunctionalInterface
    interface Work<T> {
        T on(SqlSession session) throws SQLException;
    }

    private final DataSource dataSource;
    private final int querySeconds;
    private final OpenH2 openH2;
    private final SqlDialect dialect;
    private volatile boolean closed;

    /** Each statement may take this many seconds. */
    SqlDatabase(DataSource dataSource, int querySeconds) {
        this.dataSource = dataSource;
        this.querySeconds = querySeconds;
        this.openH2 = new OpenH2(dataSource);
        this.dialect = translated(SqlSession::dialect);
    }

    SqlDialect dialect() {
        return dialect;
    }

    <T> T run(Work<T> work) {
        if (closed) {
            throw new StoreException("the store is closed");
        }
        return translated(session -> {
            if (dialect == SqlDialect.H2) {
                openH2.hold();
            }
            return work.on(session);
        });
    }

    /**
     * Updates a row or inserts it. At the end the update is tried once more: the row may have been there without
     * meeting the update's condition, or somebody else may have inserted it in between.
     *
     * @return false if the row is there and does not meet the condition
     */
    boolean updateOrInsert(Work<Integer> update, Work<Integer> insert) {
        return run(session -> update.on(session) > 0 || insert.on(session) > 0 || update.on(session) > 0);
    }

    private <T> T translated(Work<T> work) {
        try {
            return untilNotRolledBack(work);
        } catch (StoreException e) {
            throw e;
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        } catch (RuntimeException e) {
            throw SqlFailures.translate(e);
        }
    }

    private <T> T untilNotRolledBack(Work<T> work) throws SQLException {
        int tries = 1;
        while (true) {
            try (SqlSession session = SqlSession.over(connect(), querySeconds)) {
                return work.on(session);
            } catch (SQLException e) {
                openH2.letGo();
                if (tries == MOST_TRIES || !SqlFailures.isRolledBack(e)) {
                    throw e;
                }
                tries++;
            }
        }
    }

    private Connection connect() throws SQLException {
        // The first connection tells which dialect it is, so it may be H2's.
        return dialect == SqlDialect.POSTGRESQL ? dataSource.getConnection() : openH2.connect();
    }

    @Override
    public void close() {
        closed = true;
        openH2.close();
    }
}

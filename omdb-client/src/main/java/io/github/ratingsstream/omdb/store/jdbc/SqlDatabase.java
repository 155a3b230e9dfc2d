package io.github.ratingsstream.omdb.store.jdbc;

import io.github.ratingsstream.omdb.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs operations, each on a connection of its own, and says what goes wrong in our words. */
final class SqlDatabase implements AutoCloseable {

    /** Tries at an operation that others' work on the same rows rolls back. */
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

    /** A statement may take that many seconds. */
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
     * Changes a row or makes it. The update comes again last: the row may have been there without meeting the update's
     * condition, or somebody else may have made it between the two.
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
        // The first connection tells the dialect, so it may be H2's.
        return dialect == SqlDialect.POSTGRESQL ? dataSource.getConnection() : openH2.connect();
    }

    @Override
    public void close() {
        closed = true;
        openH2.close();
    }
}

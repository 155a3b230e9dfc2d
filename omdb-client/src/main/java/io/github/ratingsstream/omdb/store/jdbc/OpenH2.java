package io.github.ratingsstream.omdb.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Holds a connection to H2, which closes a database with its last connection; opening it again takes far longer than a
 * call.
 */
final class OpenH2 implements AutoCloseable {

    private static final int ONLY_OURS = 1;
    private static final int LONGEST_WAIT_SECONDS = 5;

    /**
     * Held exclusively to pack and shared to connect: while H2 packs, it rejects other connections or cuts them off.
     */
    private static final ReadWriteLock PACKING = new ReentrantReadWriteLock();

    private final DataSource dataSource;
    private @Nullable Connection held;
    private boolean closed;

    OpenH2(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A connection that no store of this process cuts off by packing the file. */
    Connection connect() throws SQLException {
        PACKING.readLock().lock();
        try {
            return dataSource.getConnection();
        } finally {
            PACKING.readLock().unlock();
        }
    }

    /** Opens the database if it is not open, and sets how it writes. The caller is already connected. */
    synchronized void hold() throws SQLException {
        if (closed || held != null && !held.isClosed()) {
            return;
        }
        Connection connection = dataSource.getConnection();
        held = connection;
        try (Statement statement = connection.createStatement()) {
            // By default a commit reaches the file half a second late, too late for kill -9.
            statement.execute("set write_delay 0");
            // Common answers are kept in the table itself: as large objects they would make the file grow by a quarter
            // more.
            statement.execute("set max_length_inplace_lob 16384");
        } catch (SQLException | RuntimeException e) {
            letGo();
            throw e;
        }
    }

    /**
     * After a failure the connection may lead to a closed database and still call itself valid. Every operation would
     * then open and close the database, so the next one holds a new connection.
     */
    synchronized void letGo() {
        Connection doubtful = held;
        held = null;
        if (doubtful != null) {
            try {
                doubtful.close();
            } catch (SQLException | RuntimeException ignored) {
                // It is of no more use.
            }
        }
    }

    /**
     * Closes the connection. If nobody else has the database open, the file is packed: written commit by commit, it is
     * many times as large as its content.
     */
    @Override
    public synchronized void close() {
        closed = true;
        if (held == null) {
            return;
        }
        Connection last = held;
        held = null;
        try (last) {
            packUnlessOthersAreThere(last);
        } catch (SQLException | RuntimeException ignored) {
            // Every commit is in the file, packed or not.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void packUnlessOthersAreThere(Connection connection) throws SQLException, InterruptedException {
        if (!PACKING.writeLock().tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            if (sessions(statement) == ONLY_OURS) {
                statement.execute("shutdown compact");
            }
        } finally {
            PACKING.writeLock().unlock();
        }
    }

    private static int sessions(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from information_schema.sessions")) {
            row.next();
            return row.getInt(1);
        }
    }
}

package io.github.ratingsstream.omdb.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
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

    private static final int LONGEST_WAIT_SECONDS = 5;

    /**
     * Held exclusively to pack and shared to connect: while H2 packs, it rejects other connections or cuts them off.
     */
    private static final ReadWriteLock PACKING = new ReentrantReadWriteLock();

    private final DataSource dataSource;
    private final H2File file = new H2File();
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

    /** Opens the database if it is not open, and sets how a file of the store alone is written. The caller is already connected. */
    synchronized void hold() throws SQLException {
        if (closed || held != null && !held.isClosed()) {
            return;
        }
        Connection connection = dataSource.getConnection();
        held = connection;
        try {
            file.set(connection);
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
     * Closes the connection. A file that is the store's alone is packed if nobody else has it open: written commit by
     * commit, it is many times as large as its content.
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
            leave(last);
        } catch (SQLException | RuntimeException ignored) {
            // Every commit is in the file, packed or not.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave(Connection connection) throws SQLException, InterruptedException {
        if (!PACKING.writeLock().tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            return;
        }
        try {
            file.leave(connection);
        } finally {
            PACKING.writeLock().unlock();
        }
    }
}

package io.github.ratingsstream.core.parking;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.store.StoreException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job's parked titles: which are asked for again in which batch. A batch that runs again after a crash takes the
 * same ones. While the store is down nothing is parked or taken, and outcomes are written when it is back.
 *
 * <p>Thread-safe: batches are made on one thread and run on another.
 */
final class Parking {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final int LEAST_AT_ONCE = 100;
    private static final int CONCURRENCIES_AT_ONCE = 10;

    private final ParkingTable table;
    private final ParkingSchedule schedule;
    private final int most;
    private final long begun;
    private final long lastTaken;
    /** What batches have taken, until its outcome is recorded. While there is any, no other batch takes more. */
    private final Map<Long, List<ParkedTitle>> underWay = new HashMap<>();
    /** Outcomes that the store could not take yet. */
    private final Queue<Conclusion> unwritten = new ArrayDeque<>();

    private long waiting;
    private boolean stopped;

    Parking(ParkingTable table, int concurrency, Clock clock) throws SQLException {
        this.table = table;
        this.schedule = new ParkingSchedule(clock);
        this.most = Math.max(LEAST_AT_ONCE, CONCURRENCIES_AT_ONCE * concurrency);
        this.begun = clock.millis();
        create();
        this.waiting = table.waiting();
        this.lastTaken = table.lastTaken();
    }

    /** If two jobs create the table at once, one of them fails; on its second try it finds the table. */
    private void create() throws SQLException {
        try {
            table.create();
        } catch (SQLException e) {
            table.create();
        }
    }

    /**
     * Takes the titles that a new batch is to ask for again.
     *
     * @throws StoreException if the store can't say which titles a batch that runs again took: their records would be
     *     lost
     */
    synchronized List<ParkedTitle> take(long batch) {
        try {
            List<ParkedTitle> taken = isReplay(batch) ? table.takenBy(batch) : takeIfDue(batch);
            if (!taken.isEmpty()) {
                underWay.put(batch, taken);
            }
            return taken;
        } catch (SQLException | StoreException e) {
            storeFailed("no parked title is asked for", e);
            if (isReplay(batch)) {
                throw new StoreException(
                        "the store can't say which parked titles a batch took; start again when it can");
            }
            return List.of();
        }
    }

    /** A batch older than this process comes from a checkpoint. */
    private boolean isReplay(long batch) {
        return batch < begun && batch <= lastTaken;
    }

    private List<ParkedTitle> takeIfDue(long batch) throws SQLException {
        int due = waiting == 0 || stopped || !underWay.isEmpty() ? 0 : schedule.due(most);
        if (due == 0 || batch < begun) {
            return List.of();
        }
        writeConclusions();
        return table.take(batch, due);
    }

    /** A batch is done; the results are those of the titles it took, in the same order. */
    synchronized void conclude(long batch, List<LookupResult> results, boolean othersAnswered) {
        List<ParkedTitle> taken = underWay.remove(batch);
        if (taken == null) {
            return;
        }
        unwritten.add(Conclusion.of(batch, taken, results, othersAnswered));
        try {
            writeConclusions();
        } catch (SQLException | StoreException e) {
            storeFailed("what parked titles have come to is written later", e);
        }
    }

    private void writeConclusions() throws SQLException {
        for (Conclusion next = unwritten.peek(); next != null; next = unwritten.peek()) {
            table.conclude(next);
            unwritten.remove();
        }
        waiting = table.waiting();
    }

    /** Parks a batch's titles. False if the store is down; then none of them is parked. */
    boolean park(long batch, Iterator<ParkedTitle> titles) {
        if (!titles.hasNext() && batch >= begun) {
            return true;
        }
        try {
            table.replace(batch, titles);
            count();
            return true;
        } catch (SQLException | StoreException e) {
            storeFailed("titles are not parked", e);
            return false;
        }
    }

    private synchronized void count() throws SQLException {
        waiting = table.waiting();
    }

    void after(boolean answered, boolean spent, boolean down) {
        schedule.after(answered, spent, down);
    }

    /** Takes no more, except for batches that run again. */
    synchronized void stop() {
        stopped = true;
    }

    /** Whether everything that batches have taken is concluded. */
    synchronized boolean isConcluded() {
        return underWay.isEmpty();
    }

    /** How many titles wait, as far as is known. */
    synchronized long waiting() {
        return waiting;
    }

    /** Logs no message, as a JDBC driver's quotes addresses and values. */
    private void storeFailed(String what, Exception error) {
        schedule.storeFailed();
        String state = error instanceof SQLException sql ? ", SQLState " + sql.getSQLState() : "";
        log.warn("The store failed ({}{}): {}.", error.getClass().getSimpleName(), state, what);
    }
}

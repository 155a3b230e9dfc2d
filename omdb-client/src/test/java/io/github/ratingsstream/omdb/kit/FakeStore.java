package io.github.ratingsstream.omdb.kit;

import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A store for tests that keeps answers too, can be down or hang, and remembers which threads came. */
public final class FakeStore implements OmdbStore {

    private final Map<String, StoredAnswer> answers = new ConcurrentHashMap<>();
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();
    private final OmdbStore counts = OmdbStore.inMemory();
    private volatile boolean down;
    private volatile boolean mayBlock = true;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Runnable whenKeeping = () -> {};
    private volatile Runnable whenLeasing = () -> {};
    private volatile Runnable whenReleased = () -> {};
    private volatile int asked;
    private volatile boolean closed;

    public void down(boolean isDown) {
        down = isDown;
    }

    /** For clients built from now on. */
    public void neverBlocks() {
        mayBlock = false;
    }

    /** Every call waits until the latch is open. */
    public void hang(CountDownLatch until) {
        gate = until;
    }

    /** Runs before an answer is there. */
    public void whenKeeping(Runnable work) {
        whenKeeping = work;
    }

    /** Runs before a lease is given or renewed. */
    public void whenLeasing(Runnable work) {
        whenLeasing = work;
    }

    /** Runs after a lease is given back. */
    public void whenReleased(Runnable work) {
        whenReleased = work;
    }

    public Map<String, StoredAnswer> answers() {
        return answers;
    }

    public Queue<String> threads() {
        return threads;
    }

    public int asked() {
        return asked;
    }

    public boolean isClosed() {
        return closed;
    }

    private synchronized void count() {
        asked++;
    }

    private OmdbStore up() {
        count();
        threads.add(Thread.currentThread().getName());
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (down) {
            throw new StoreException("the database is away");
        }
        return counts;
    }

    @Override
    public boolean mayBlock() {
        return mayBlock;
    }

    @Override
    public Optional<StoredAnswer> find(String key) {
        up();
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public void keep(String key, StoredAnswer answer) {
        up();
        whenKeeping.run();
        answers.put(key, answer);
    }

    @Override
    public void delete(String key) {
        up();
        answers.remove(key);
    }

    @Override
    public boolean takeCall(LocalDate utcDay, long limit) {
        return up().takeCall(utcDay, limit);
    }

    @Override
    public DayUse day(LocalDate utcDay) {
        return up().day(utcDay);
    }

    @Override
    public void markSpent(LocalDate utcDay, Instant now) {
        up().markSpent(utcDay, now);
    }

    @Override
    public void clearSpent(LocalDate utcDay) {
        up().clearSpent(utcDay);
    }

    @Override
    public boolean takeProbe(LocalDate utcDay, Instant now, Duration pause) {
        return up().takeProbe(utcDay, now, pause);
    }

    @Override
    public boolean lease(String key, String owner, Duration time) {
        whenLeasing.run();
        return up().lease(key, owner, time);
    }

    @Override
    public void release(String key, String owner) {
        up().release(key, owner);
        whenReleased.run();
    }

    @Override
    public void close() {
        closed = true;
    }
}

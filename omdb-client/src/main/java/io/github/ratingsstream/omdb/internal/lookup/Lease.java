package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.internal.storage.StoreCalls;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Who asks for a title, as all see it who share the store. It is renewed while it is held, so that it can be short, and
 * a dead process's lease ends soon.
 */
final class Lease {

    private static final int RENEWALS_IN_A_LEASE = 3;

    private final StoreCalls store;
    private final String key;
    private final String owner;
    private final Duration time;
    private final Future<?> renewal;
    private boolean over;

    /** A lease that the owner has taken. */
    Lease(StoreCalls store, ScheduledExecutorService timer, String key, String owner, Duration time) {
        this.store = store;
        this.key = key;
        this.owner = owner;
        this.time = time;
        long pause = time.toNanos() / RENEWALS_IN_A_LEASE;
        this.renewal =
                timer.scheduleAtFixedRate(() -> store.writeLater(this::renewed), pause, pause, TimeUnit.NANOSECONDS);
    }

    String owner() {
        return owner;
    }

    /** Gives the lease back, without waiting for it. */
    void release() {
        renewal.cancel(false);
        store.writeLater(this::released);
    }

    /** Stores the answer and gives the lease back. Waits until it is done. */
    void settle(StoredAnswer answer) {
        renewal.cancel(false);
        store.write(to -> settled(to, answer));
    }

    /** A renewal that runs after the release must not take the lease again: nobody would release it. */
    private synchronized boolean renewed(OmdbStore from) {
        return !over && from.lease(key, owner, time);
    }

    private synchronized boolean released(OmdbStore from) {
        over = true;
        from.release(key, owner);
        return true;
    }

    private synchronized boolean settled(OmdbStore to, StoredAnswer answer) {
        over = true;
        to.settle(key, owner, answer);
        return true;
    }
}

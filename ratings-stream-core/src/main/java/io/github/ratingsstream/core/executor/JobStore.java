package io.github.ratingsstream.core.executor;

import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job's store in one JVM. The driver opens it before the job starts. An executor opens it before its first lookup, or
 * at a later one if that fails: a store that is down when an executor starts is no worse than one that goes down
 * afterwards.
 *
 * <p>Thread-safe.
 */
final class JobStore implements OmdbStore {

    private static final Logger log = LoggerFactory.getLogger(JobStore.class);

    private final StoreLocation location;
    private final Supplier<StoreLogin> login;
    private @Nullable StoreDatabase open;
    private boolean closed;

    JobStore(StoreLocation location, Supplier<StoreLogin> login) {
        this.location = location;
        this.login = login;
    }

    /** Opens it before any lookup waits for it, as lookups don't wait long. */
    JobStore openIfItIsUp() {
        try {
            database();
        } catch (StoreException e) {
            log.warn("{}; it is tried again", e.getMessage());
        }
        return this;
    }

    /** The open database. A store that was down is tried again. */
    synchronized StoreDatabase database() {
        if (closed) {
            throw new StoreException("the store is closed");
        }
        if (open == null) {
            open = StoreDatabase.open(location, login);
        }
        return open;
    }

    private OmdbStore store() {
        return database().store();
    }

    @Override
    public Optional<StoredAnswer> find(String key) {
        return store().find(key);
    }

    @Override
    public void keep(String key, StoredAnswer answer) {
        store().keep(key, answer);
    }

    @Override
    public void delete(String key) {
        store().delete(key);
    }

    @Override
    public boolean takeCall(LocalDate utcDay, long limit) {
        return store().takeCall(utcDay, limit);
    }

    @Override
    public DayUse day(LocalDate utcDay) {
        return store().day(utcDay);
    }

    @Override
    public void markSpent(LocalDate utcDay, Instant now) {
        store().markSpent(utcDay, now);
    }

    @Override
    public void clearSpent(LocalDate utcDay) {
        store().clearSpent(utcDay);
    }

    @Override
    public boolean takeProbe(LocalDate utcDay, Instant now, Duration pause) {
        return store().takeProbe(utcDay, now, pause);
    }

    @Override
    public boolean lease(String key, String owner, Duration time) {
        return store().lease(key, owner, time);
    }

    @Override
    public void release(String key, String owner) {
        store().release(key, owner);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public String toString() {
        return "JobStore[" + location + "]";
    }
}

package io.github.ratingsstream.omdb.kit;

import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A store that does no more than it has to: what has a default is left to that. */
public record PlainStore(OmdbStore store) implements OmdbStore {

    @Override
    public boolean keepsAnswers() {
        return store.keepsAnswers();
    }

    @Override
    public Optional<StoredAnswer> find(String key) {
        return store.find(key);
    }

    @Override
    public void keep(String key, StoredAnswer answer) {
        store.keep(key, answer);
    }

    @Override
    public boolean takeCall(LocalDate utcDay, long limit) {
        return store.takeCall(utcDay, limit);
    }

    @Override
    public DayUse day(LocalDate utcDay) {
        return store.day(utcDay);
    }

    @Override
    public void markSpent(LocalDate utcDay, Instant now) {
        store.markSpent(utcDay, now);
    }

    @Override
    public void clearSpent(LocalDate utcDay) {
        store.clearSpent(utcDay);
    }

    @Override
    public boolean takeProbe(LocalDate utcDay, Instant now, Duration pause) {
        return store.takeProbe(utcDay, now, pause);
    }

    @Override
    public boolean lease(String key, String owner, Duration time) {
        return store.lease(key, owner, time);
    }

    @Override
    public void release(String key, String owner) {
        store.release(key, owner);
    }

    @Override
    public void close() {
        store.close();
    }
}

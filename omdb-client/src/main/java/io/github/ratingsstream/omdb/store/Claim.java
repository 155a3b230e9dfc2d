package io.github.ratingsstream.omdb.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a client asks of a store when it is about to call OMDb: the lease of a request, and one call of the day.
 *
 * <p>Immutable and thread-safe.
 *
 * @param key the request, see {@link OmdbStore}
 * @param owner who asks, see {@link OmdbStore#lease}
 * @param time how long the lease lasts unless it is renewed, at most a day
 * @param now the time; an answer that is further ahead of it than {@link OmdbStore#CLOCK_TOLERANCE} is not fresh
 * @param foundAfter an answer with a value is fresh if it was received after this
 * @param missedAfter a miss is fresh if it was received after this
 * @param utcDay today, in UTC
 * @param limit the calls allowed that day, see {@link OmdbStore#takeCall}
 */
public record Claim(
        String key,
        String owner,
        Duration time,
        Instant now,
        Instant foundAfter,
        Instant missedAfter,
        LocalDate utcDay,
        long limit) {

    /** Refuses nulls. */
    public Claim {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(foundAfter, "foundAfter");
        Objects.requireNonNull(missedAfter, "missedAfter");
        Objects.requireNonNull(utcDay, "utcDay");
    }

    /**
     * Whether an answer is still good enough, so that OMDb need not be asked.
     *
     * @param answer what the store has
     * @return true if it was received after the instant for its kind, and by no clock that is wrong
     */
    public boolean isFresh(StoredAnswer answer) {
        Instant at = answer.receivedAt();
        return at.isAfter(answer.miss().isPresent() ? missedAfter : foundAfter)
                && !at.isAfter(now.plus(OmdbStore.CLOCK_TOLERANCE));
    }
}

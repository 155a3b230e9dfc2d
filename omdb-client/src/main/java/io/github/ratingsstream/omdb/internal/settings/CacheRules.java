package io.github.ratingsstream.omdb.internal.settings;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.time.Duration;

/** How long answers are fresh, and how many are kept. */
public record CacheRules(Duration ttl, Duration missTtl, long size) {

    private static final long CLOCK_TOLERANCE_MILLIS = OmdbStore.CLOCK_TOLERANCE.toMillis();

    /** An answer from the near future is fresh, as clocks differ between machines. */
    public boolean isFresh(OmdbAnswer<?> answer, long nowMillis) {
        Duration timeToLive = answer.miss().isPresent() ? missTtl : ttl;
        long age = nowMillis - answer.receivedAt().toEpochMilli();
        return age < timeToLive.toMillis() && age >= -CLOCK_TOLERANCE_MILLIS;
    }
}

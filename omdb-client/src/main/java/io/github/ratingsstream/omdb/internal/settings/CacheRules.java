package io.github.ratingsstream.omdb.internal.settings;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import java.time.Duration;

/** How long answers are fresh, and how many are kept. */
public record CacheRules(Duration ttl, Duration missTtl, long size) {

    /** An answer from the future is fresh, as clocks differ between machines. */
    public boolean isFresh(OmdbAnswer<?> answer, long nowMillis) {
        Duration timeToLive = answer.miss().isPresent() ? missTtl : ttl;
        return nowMillis - answer.receivedAt().toEpochMilli() < timeToLive.toMillis();
    }
}

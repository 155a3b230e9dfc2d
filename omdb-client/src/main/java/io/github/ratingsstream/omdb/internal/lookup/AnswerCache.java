package io.github.ratingsstream.omdb.internal.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.settings.CacheRules;
import io.github.ratingsstream.omdb.monitor.CacheStatistics;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.request.RequestKey;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Keeps answers in memory. Their age is checked when they are read, so that an expired one is still there when OMDb
 * can't be reached; they are evicted only when there are too many.
 */
final class AnswerCache {

    /**
     * Faults that pass and say nothing about the title, and a lookup that was not to call. Any other failure needs attention, so no stale answer hides
     * it.
     */
    private static final Set<Reason> OUTAGES =
            EnumSet.of(Reason.UNAVAILABLE, Reason.TIMEOUT, Reason.DAILY_LIMIT, Reason.STORE_DOWN, Reason.NOT_CACHED);

    private final CacheRules rules;
    private final Clock clock;
    private final Optional<Cache<RequestKey, OmdbAnswer<?>>> answers;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder storeHits = new LongAdder();
    private final LongAdder staleServed = new LongAdder();

    AnswerCache(CacheRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        // Caffeine's default is the JVM's common pool, where other code's blocking tasks may hold it up.
        this.answers = rules.size() == 0
                ? Optional.empty()
                : Optional.of(Caffeine.newBuilder()
                        .maximumSize(rules.size())
                        .executor(Runnable::run)
                        .build());
    }

    /** An answer still within its time to live. This is the fast path of a lookup, so it allocates nothing. */
    <T> Optional<OmdbAnswer<T>> fresh(OmdbRequest<T> request) {
        Optional<OmdbAnswer<T>> kept = kept(request);
        return kept.isPresent() && isFresh(kept.get()) ? kept : Optional.empty();
    }

    boolean isFresh(OmdbAnswer<?> answer) {
        return rules.isFresh(answer, clock.millis());
    }

    /**
     * What to give in place of a failure: OMDb's answer, if it is there but not yet stored; for an outage, an expired
     * one from memory or the store. Its calls are for the caller to set.
     */
    <T> Optional<OmdbAnswer<T>> inPlaceOf(OmdbException failure, Lookup<T> lookup) {
        Optional<OmdbAnswer<T>> known = lookup.known();
        if (known.filter(answer -> answer.source() == Source.API).isPresent()) {
            return known;
        }
        if (!OUTAGES.contains(failure.reason())) {
            return Optional.empty();
        }
        return newer(kept(lookup.request()), known).map(answer -> answer.from(Source.STALE));
    }

    private static <T> Optional<OmdbAnswer<T>> newer(Optional<OmdbAnswer<T>> one, Optional<OmdbAnswer<T>> other) {
        return Stream.concat(one.stream(), other.stream()).max(Comparator.comparing(OmdbAnswer::receivedAt));
    }

    <T> void keep(OmdbRequest<T> request, OmdbAnswer<T> answer) {
        answers.ifPresent(cache -> cache.put(request.key(), answer.from(Source.CACHE)));
    }

    /**
     * The cast is safe: the key holds the class of the request, so the answer kept under it is of that request's type.
     */
    @SuppressWarnings("unchecked")
    private <T> Optional<OmdbAnswer<T>> kept(OmdbRequest<T> request) {
        return answers.map(cache -> (OmdbAnswer<T>) cache.getIfPresent(request.key()));
    }

    void countHit() {
        hits.increment();
    }

    void countMiss() {
        misses.increment();
    }

    void countStale() {
        staleServed.increment();
    }

    void countStoreHit() {
        storeHits.increment();
    }

    CacheStatistics statistics() {
        return new CacheStatistics(
                hits.sum(),
                misses.sum(),
                storeHits.sum(),
                staleServed.sum(),
                answers.map(Cache::estimatedSize).orElse(0L));
    }
}

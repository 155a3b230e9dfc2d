package io.github.ratingsstream.omdb.internal.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.judge.AnswerJudge;
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
 * Keeps answers in memory. Their age is checked when they are given, so that an expired one is still there when OMDb
 * can't be reached; they are evicted only when there are too many.
 */
public final class AnswerCache {

    /**
     * The size bounds the number of answers and their bytes at once: a longer answer takes the place of several. A title
     * takes one kB, with the long plot two, and a season with all that OMDb has of its episodes thirty.
     */
    private static final int BYTES_OF_A_PLACE = 2_048;

    /**
     * Faults that pass and say nothing about the title, and a lookup that was not to call. Any other failure needs
     * attention, so no stale answer hides it.
     */
    private static final Set<Reason> OUTAGES =
            EnumSet.of(Reason.UNAVAILABLE, Reason.TIMEOUT, Reason.DAILY_LIMIT, Reason.STORE_DOWN, Reason.NOT_CACHED);

    private final CacheRules rules;
    private final Clock clock;
    private final AnswerJudge judge;
    private final Optional<Cache<RequestKey, KeptAnswer>> answers;
    private final ReadLately readLately = new ReadLately();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder storeHits = new LongAdder();
    private final LongAdder staleServed = new LongAdder();

    public AnswerCache(CacheRules rules, Clock clock, AnswerJudge judge) {
        this.rules = rules;
        this.clock = clock;
        this.judge = judge;
        // Caffeine's default is the JVM's common pool, where other code's blocking tasks may hold it up.
        this.answers = rules.size() == 0
                ? Optional.empty()
                : Optional.of(Caffeine.newBuilder()
                        .maximumWeight(rules.size())
                        .weigher((RequestKey key, KeptAnswer answer) -> places(answer))
                        .executor(Runnable::run)
                        .build());
    }

    /** Never more than there are, as such an answer would not be kept at all. */
    private int places(KeptAnswer answer) {
        return (int) Math.min(1 + answer.bytes() / BYTES_OF_A_PLACE, rules.size());
    }

    /** An answer still within its time to live. This is the fast path of a lookup, so it allocates nothing. */
    public <T> Optional<OmdbAnswer<T>> fresh(OmdbRequest<T> request) {
        Optional<OmdbAnswer<T>> kept = kept(request);
        return kept.isPresent() && isFresh(kept.get()) ? kept : Optional.empty();
    }

    public boolean isFresh(OmdbAnswer<?> answer) {
        return rules.isFresh(answer, clock.millis());
    }

    /**
     * What to give in place of a failure: OMDb's answer, if that is what the lookup knows; for an outage, an expired one,
     * from memory or the one that the lookup knows. Its calls are for the caller to set.
     */
    public <T> Optional<OmdbAnswer<T>> inPlaceOf(
            OmdbException failure, OmdbRequest<T> request, Optional<OmdbAnswer<T>> known) {
        if (known.filter(answer -> answer.source() == Source.API).isPresent()) {
            return known;
        }
        if (!OUTAGES.contains(failure.reason())) {
            return Optional.empty();
        }
        return newer(kept(request), known).map(answer -> answer.from(Source.STALE));
    }

    private static <T> Optional<OmdbAnswer<T>> newer(Optional<OmdbAnswer<T>> one, Optional<OmdbAnswer<T>> other) {
        return Stream.concat(one.stream(), other.stream()).max(Comparator.comparing(OmdbAnswer::receivedAt));
    }

    public <T> void keep(OmdbRequest<T> request, OmdbAnswer<T> answer) {
        answers.ifPresent(cache -> {
            KeptAnswer kept = new KeptAnswer(answer);
            readLately.add(kept, answer.from(Source.CACHE));
            cache.put(request.key(), kept);
        });
    }

    public void forget(OmdbRequest<?> request) {
        answers.ifPresent(cache -> cache.invalidate(request.key()));
    }

    private <T> Optional<OmdbAnswer<T>> kept(OmdbRequest<T> request) {
        KeptAnswer kept = answers.isEmpty() ? null : answers.get().getIfPresent(request.key());
        if (kept == null) {
            return Optional.empty();
        }
        OmdbAnswer<T> read = kept.read();
        return read == null ? reread(request, kept) : Optional.of(read);
    }

    private <T> Optional<OmdbAnswer<T>> reread(OmdbRequest<T> request, KeptAnswer kept) {
        Optional<OmdbAnswer<T>> answer = kept.readBy(judge, request);
        answer.ifPresent(read -> readLately.add(kept, read));
        return answer;
    }

    public void countHit() {
        hits.increment();
    }

    public void countMiss() {
        misses.increment();
    }

    public void countStale() {
        staleServed.increment();
    }

    public void countStoreHit() {
        storeHits.increment();
    }

    public CacheStatistics statistics() {
        return new CacheStatistics(
                hits.sum(),
                misses.sum(),
                storeHits.sum(),
                staleServed.sum(),
                answers.map(Cache::estimatedSize).orElse(0L));
    }
}

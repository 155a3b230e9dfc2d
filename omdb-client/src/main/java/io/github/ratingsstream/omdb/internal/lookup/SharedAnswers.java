package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.internal.async.CallSlots;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.judge.AnswerJudge;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Shares answers through the store, with other processes and with this one after a restart: only one of them asks OMDb.
 */
final class SharedAnswers {

    private static final Duration LONGEST_LEASE = Duration.ofSeconds(10);
    /** The holder of a lease may have died, so it ends well before the deadline of those who wait for it. */
    private static final int LEASES_IN_A_TIMEOUT = 3;

    private final StoreCalls store;
    private final AnswerCache cache;
    private final AnswerJudge judge;
    private final ScheduledExecutorService timer;
    private final CallSlots turns;
    private final Duration lease;
    private final String client = UUID.randomUUID().toString();
    private final AtomicLong lookups = new AtomicLong();

    SharedAnswers(OmdbConfig config, StoreCalls store, AnswerCache cache, ScheduledExecutorService timer) {
        this.store = store;
        this.cache = cache;
        this.judge = new AnswerJudge(config.apiKey());
        this.timer = timer;
        // More than there are calls in flight, since a lookup keeps its turn while it backs off.
        this.turns = new CallSlots(2 * config.maxConcurrency());
        Duration part = config.timeout().dividedBy(LEASES_IN_A_TIMEOUT);
        this.lease = part.compareTo(LONGEST_LEASE) < 0 ? part : LONGEST_LEASE;
    }

    /** The store's answer, or else OMDb's, which is then written to the store. */
    <T> CompletableFuture<OmdbAnswer<T>> answer(
            OmdbRequest<T> request, Function<AnswerWriter<T>, CompletableFuture<OmdbAnswer<T>>> ask) {
        if (!store.keepsAnswers()) {
            return ask.apply(answer -> CallSlots.NOTHING);
        }
        return new SharedLookup<>(this, request, client + "-" + lookups.incrementAndGet(), ask).start();
    }

    StoreCalls store() {
        return store;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** Only a lookup whose turn it is takes a lease, so another process can take over those waiting in line here. */
    CallSlots turns() {
        return turns;
    }

    /** How long a lease lasts unless it is renewed. */
    Duration lease() {
        return lease;
    }

    /** The answer the store has, however old; nothing if it can't be read. */
    <T> Optional<OmdbAnswer<T>> find(OmdbStore from, OmdbRequest<T> request) {
        return from.find(request.key().text()).flatMap(stored -> read(request, stored));
    }

    private <T> Optional<OmdbAnswer<T>> read(OmdbRequest<T> request, StoredAnswer stored) {
        if (stored.miss().isPresent()) {
            return Optional.of(OmdbAnswer.<T>missed(stored.miss().get()).received("", stored.receivedAt()));
        }
        String json = stored.json().orElse("");
        try {
            return Optional.of(judge.judge(request, new RawAnswer(200, json)).received(json, stored.receivedAt()))
                    .filter(answer -> answer.value().isPresent());
        } catch (OmdbException unreadable) {
            return Optional.empty();
        }
    }

    boolean isFresh(OmdbAnswer<?> answer) {
        return cache.isFresh(answer);
    }

    /** Puts an expired answer into the cache, which may give it as stale. */
    <T> void remember(OmdbRequest<T> request, OmdbAnswer<T> expired) {
        cache.keepIfNewer(request, expired);
    }

    static StoredAnswer toStore(OmdbAnswer<?> answer) {
        return answer.json()
                .map(json -> StoredAnswer.found(json, answer.receivedAt()))
                .orElseGet(() -> StoredAnswer.missed(answer.miss().orElse(""), answer.receivedAt()));
    }
}

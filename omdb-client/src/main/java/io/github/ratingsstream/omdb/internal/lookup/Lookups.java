package io.github.ratingsstream.omdb.internal.lookup;

import dev.failsafe.Failsafe;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.internal.async.DaemonTimer;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.monitor.CacheStatistics;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes a lookup through its stages: cache, single flight, store, attempts until the deadline, and a stale answer last.
 */
public final class Lookups implements AutoCloseable {

    private final OmdbConfig config;
    private final AnswerCache cache;
    private final Flights flights = new Flights();
    private final Breaker breaker;
    private final StoreCalls store;
    private final Budget budget;
    private final SharedAnswers shared;
    private final Events events;
    private final Attempts attempts;
    /** Failsafe's default is the JVM's common pool, where other code's blocking tasks would delay retries. */
    private final ScheduledExecutorService scheduler = DaemonTimer.named("omdb-lookups");

    private volatile boolean closed;

    public Lookups(OmdbConfig config, Transport transport) {
        this.config = config;
        this.events = new Events(config.listener());
        this.cache = new AnswerCache(config.cache(), config.clock());
        this.breaker = new Breaker(config.clock());
        this.store = new StoreCalls(
                config.store().orElseGet(OmdbStore::inMemory), config.timeout(), config.clock(), scheduler);
        this.budget = new Budget(config.dailyLimit(), config.clock(), store);
        this.shared = new SharedAnswers(config, store, cache, scheduler);
        this.attempts = new Attempts(config, transport, breaker, budget, events);
    }

    /** The answer, if the cache has a fresh one. */
    public <T> Optional<OmdbAnswer<T>> cached(OmdbRequest<T> request) {
        if (closed) {
            return Optional.empty();
        }
        Optional<OmdbAnswer<T>> fresh = cache.fresh(request);
        if (fresh.isPresent()) {
            cache.countHit();
            events.cached(request, fresh.get());
        }
        return fresh;
    }

    /**
     * Starts or joins the lookup of a request that is not {@link #cached}. When its last waiter leaves, its call is
     * cancelled.
     */
    public <T> Waiter<T> start(OmdbRequest<T> request) {
        cache.countMiss();
        return events.lookup(request, flights.join(request.key(), () -> new Lookup<>(config, request), this::begin));
    }

    private <T> void begin(Lookup<T> lookup) {
        // An earlier flight may have landed since the cache was read.
        Optional<OmdbAnswer<T>> landed = cache.fresh(lookup.request());
        if (closed) {
            lookup.stop(OmdbConfig.CLOSED);
        } else if (landed.isPresent()) {
            lookup.end(landed.get());
        } else {
            run(lookup);
        }
    }

    private <T> void run(Lookup<T> lookup) {
        CompletableFuture<OmdbAnswer<T>> asked = shared.answer(lookup.request(), writer -> ask(lookup, writer));
        // On a copy, because a deadline on Failsafe's own future would end it without cancelling what it runs.
        CompletableFuture<OmdbAnswer<T>> timed =
                asked.copy().orTimeout(config.timeout().toNanos(), TimeUnit.NANOSECONDS);
        timed.whenComplete((answer, error) -> {
            if (error == null) {
                succeed(lookup, answer);
            } else {
                fail(lookup, lookup.failure(error));
            }
        });
        lookup.result().whenComplete((answer, error) -> {
            asked.cancel(true);
            timed.cancel(false);
        });
    }

    private <T> CompletableFuture<OmdbAnswer<T>> ask(Lookup<T> lookup, AnswerWriter<T> writer) {
        lookup.countOnOmdb();
        return Failsafe.with(lookup.retries()).with(scheduler).getStageAsync(() -> attempts.attempt(lookup, writer));
    }

    private <T> void succeed(Lookup<T> lookup, OmdbAnswer<T> answer) {
        if (answer.source() == Source.API) {
            breaker.answered();
        } else {
            cache.countStoreHit();
        }
        cache.keep(lookup.request(), answer);
        lookup.end(answer);
    }

    private <T> void fail(Lookup<T> lookup, OmdbException failure) {
        if (lookup.countsOnOmdb()) {
            breaker.failed(failure);
        }
        cache.stale(lookup.request(), failure).ifPresentOrElse(lookup::end, () -> lookup.end(failure));
    }

    public OmdbBudget budget() {
        return budget.read();
    }

    public CacheStatistics cacheStatistics() {
        return cache.statistics();
    }

    /** Ends all lookups under way as {@link OmdbException.Reason#STOPPING}. */
    @Override
    public void close() {
        closed = true;
        // Before the flights end, as each frees a slot for the next in line.
        attempts.stop();
        flights.stop(OmdbConfig.CLOSED);
        scheduler.shutdownNow();
        attempts.close();
        store.close();
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.DaemonTimer;
import io.github.ratingsstream.omdb.internal.async.Errors;
import io.github.ratingsstream.omdb.internal.async.Workers;
import io.github.ratingsstream.omdb.internal.cache.AnswerCache;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.internal.judge.AnswerJudge;
import io.github.ratingsstream.omdb.internal.lookup.Lookup.Range;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.internal.storage.StoreCalls;
import io.github.ratingsstream.omdb.monitor.CacheStatistics;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.request.LookupOptions;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Answers requests: from the cache at once, or by a lookup under way that the caller joins or starts. */
public final class Lookups implements AutoCloseable {

    private final OmdbConfig config;
    private final Waiter.Caller future;
    private final Transport transport;
    private final ScheduledExecutorService timer = DaemonTimer.named("omdb-timer");
    private final Workers workers = new Workers("omdb", timer);
    private final Flights flights;
    private final Events events;
    private final AnswerCache cache;
    private final StoreCalls store;
    private final Budget budget;
    private final Ends ends;
    private final Way way;
    private final Watch watch;
    private final Invalidation invalidation;

    private volatile boolean closed;

    public Lookups(OmdbConfig config, Transport transport) {
        this.config = config;
        this.transport = transport;
        this.future = Waiter.Caller.withFuture(config.executor());
        this.events = new Events(config.listener());
        AnswerJudge judge = new AnswerJudge(config.apiKey());
        this.cache = new AnswerCache(config.cache(), config.clock(), judge);
        this.store =
                new StoreCalls(config.store().orElseGet(OmdbStore::inMemory), config.timeout(), config.clock(), timer);
        this.flights = new Flights(!store.keepsAnswers());
        this.budget = new Budget(config.dailyLimit(), config.clock(), store);
        Brake brake = new Brake(config.clock());
        RefusedKey refusedKey = new RefusedKey(config.clock());
        this.ends = new Ends(flights, cache, brake, events, workers);
        Suspects suspects = new Suspects(ends, brake, flights::size);
        ends.afterAnEnd(suspects::look);
        StoredAnswers stored = new StoredAnswers(config, store, cache, judge, budget, timer);
        this.invalidation = new Invalidation(flights, cache, store);
        Exchange exchange = new Exchange(config, transport, judge, budget, refusedKey, brake, events);
        this.way = new Way(config, workers, timer, stored, cache, brake, refusedKey, budget, exchange, suspects, ends);
        this.watch = new Watch(flights, ends, config.attemptTimeout(), timer, workers);
    }

    /** The answer, as a future that fails with {@link OmdbException} and nothing else. */
    public <T> CompletableFuture<OmdbAnswer<T>> start(OmdbRequest<T> request, LookupOptions options) {
        Optional<OmdbAnswer<T>> cached = cached(request, options);
        if (cached.isPresent()) {
            return CompletableFuture.completedFuture(cached.get());
        }
        Waiter<T> waiter = new Waiter<>(request, future, config.timeout(), options);
        join(waiter);
        return waiter.result();
    }

    /** Waits for the answer. A thread that is interrupted gives up its place and stays interrupted. */
    public <T> OmdbAnswer<T> await(OmdbRequest<T> request, LookupOptions options) {
        Optional<OmdbAnswer<T>> cached = cached(request, options);
        if (cached.isPresent()) {
            return cached.get();
        }
        Waiter<T> waiter = new Waiter<>(request, Waiter.Caller.WAITING, config.timeout(), options);
        Lookup<T> lookup = join(waiter);
        try {
            return waiter.result().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ends.interrupted(lookup, waiter).orElseGet(() -> stopping("interrupted while waiting for OMDb"));
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    private <T> Optional<OmdbAnswer<T>> cached(OmdbRequest<T> request, LookupOptions options) {
        if (closed) {
            return Optional.empty();
        }
        Optional<OmdbAnswer<T>> fresh = options.isRefresh() ? Optional.empty() : cache.fresh(request);
        if (fresh.isPresent()) {
            cache.countHit();
            events.cached(request, fresh.get());
        } else {
            cache.countMiss();
        }
        return fresh;
    }

    private <T> Lookup<T> join(Waiter<T> waiter) {
        Flights.Boarding<T> boarding = flights.join(waiter);
        Lookup<T> lookup = boarding.lookup();
        waiter.result().whenComplete((answer, error) -> ends.left(lookup, waiter));
        if (boarding.first()) {
            begin(lookup);
            watch.keep();
        }
        return lookup;
    }

    private <T> void begin(Lookup<T> lookup) {
        // Another lookup may have ended since the cache was read.
        Optional<OmdbAnswer<T>> landed =
                lookup.range() == Range.OMDB ? Optional.empty() : cache.fresh(lookup.request());
        if (closed) {
            ends.stopped(lookup, stopping(OmdbConfig.CLOSED));
        } else if (landed.isPresent()) {
            ends.answered(lookup, landed.get());
        } else {
            way.begin(lookup);
        }
    }

    private static OmdbException stopping(String why) {
        return new OmdbException(Reason.STOPPING, true, why);
    }

    /**
     * Forgets an answer, in memory and in the store. The future fails with {@link OmdbException} and nothing else. It
     * completes where those of lookups do.
     */
    public CompletableFuture<Void> invalidate(OmdbRequest<?> request) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        Executor executor = config.executor() == null ? workers : config.executor();
        forgotten(request)
                .whenComplete((done, error) -> Workers.run(executor, () -> {
                    if (error == null) {
                        result.complete(null);
                    } else {
                        result.completeExceptionally(Errors.unwrapped(error));
                    }
                }));
        return result;
    }

    /** As {@link #invalidate}, and waits until it is done. */
    public void invalidateNow(OmdbRequest<?> request) {
        try {
            forgotten(request).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping("interrupted while waiting for the store").unsent();
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    private CompletableFuture<Void> forgotten(OmdbRequest<?> request) {
        return closed ? CompletableFuture.failedFuture(stopping(OmdbConfig.CLOSED)) : invalidation.of(request);
    }

    private static RuntimeException thrown(ExecutionException e) {
        return Errors.unwrapped(e) instanceof OmdbException omdb
                ? omdb.thrownHere()
                : new IllegalStateException(e.getCause());
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
        way.stop();
        flights.all().forEach(lookup -> ends.stopped(lookup, stopping(OmdbConfig.CLOSED)));
        transport.close();
        store.close();
        timer.shutdownNow();
        workers.close();
    }
}

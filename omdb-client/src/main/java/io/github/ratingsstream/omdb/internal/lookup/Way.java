package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.Permits;
import io.github.ratingsstream.omdb.internal.async.Workers;
import io.github.ratingsstream.omdb.internal.cache.AnswerCache;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.lookup.Lookup.Range;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a lookup flows: a look into the store, a permit, and an attempt, once or several times. An attempt is two lists of
 * steps, {@link #ask} and {@link #receive}. They run on workers, and may block there; timers and I/O threads only trigger.
 */
final class Way {

    private static final Runnable NOTHING = () -> {};
    private static final Set<Reason> NO_ANSWER = EnumSet.of(Reason.UNAVAILABLE, Reason.TIMEOUT, Reason.STOPPING);

    private final Permits<Lookup<?>> permits;
    private final Workers workers;
    private final ScheduledExecutorService timer;
    private final StoredAnswers stored;
    private final AnswerCache cache;
    private final Brake brake;
    private final RefusedKey refusedKey;
    private final Budget budget;
    private final Exchange exchange;
    private final Suspects suspects;
    private final Pauses pauses;
    private final Ends ends;
    private volatile boolean stopped;

    Way(
            OmdbConfig config,
            Workers workers,
            ScheduledExecutorService timer,
            StoredAnswers stored,
            AnswerCache cache,
            Brake brake,
            RefusedKey refusedKey,
            Budget budget,
            Exchange exchange,
            Suspects suspects,
            Ends ends) {
        this.permits = new Permits<>(
                config.maxConcurrency(),
                lookup -> workers.execute(() -> step(lookup, () -> ask(lookup))),
                Lookup::hasEnded);
        this.workers = workers;
        this.timer = timer;
        this.stored = stored;
        this.cache = cache;
        this.brake = brake;
        this.refusedKey = refusedKey;
        this.budget = budget;
        this.exchange = exchange;
        this.suspects = suspects;
        this.pauses = new Pauses(config.retries(), config.backOff());
        this.ends = ends;
    }

    /** Lets no further call go out. Who stops ends the lookups, and each that ends gives its permit to the next. */
    void stop() {
        stopped = true;
    }

    /** Begins the lookup. Does not block, unless the store is called in place. */
    <T> void begin(Lookup<T> lookup) {
        if (lookup.range() == Range.OMDB || !stored.areKept()) {
            goOn(lookup);
            return;
        }
        stored.find(lookup).thenAccept(found -> {
            if (found.isPresent()) {
                workers.execute(() -> fromStore(lookup, found.get()));
            } else {
                goOn(lookup);
            }
        });
    }

    /** Nothing that is kept will do, so OMDb is asked, if it may be. */
    private void goOn(Lookup<?> lookup) {
        if (lookup.range() == Range.KEPT) {
            workers.execute(() -> ends.stopped(
                    lookup,
                    new OmdbException(Reason.NOT_CACHED, false, "neither memory nor the store has the answer")
                            .unsent()));
        } else {
            permits.take(lookup);
        }
    }

    private <T> void fromStore(Lookup<T> lookup, OmdbAnswer<T> answer) {
        cache.countStoreHit();
        lookup.keep(() -> cache.keep(lookup.request(), answer), CompletableFuture.completedFuture(null));
        ends.answered(lookup, answer);
    }

    /** The steps up to the call. Gives what comes next, or null if that is the answer. */
    private <T> @Nullable Runnable ask(Lookup<T> lookup) {
        if (stopped || lookup.hasEnded()) {
            return NOTHING;
        }
        Duration pause = brake.pass(lookup.timeLeft());
        if (!pause.isZero()) {
            return () -> after(pause, () -> permits.take(lookup));
        }
        refusedKey.pass();
        StoredAnswers.Permission<T> permission = stored.claim(lookup);
        if (lookup.hasEnded()) {
            return NOTHING;
        }
        if (permission.answer().isPresent()) {
            return () -> fromStore(lookup, permission.answer().get());
        }
        if (permission.call().isEmpty()) {
            return () -> after(pauses.beforeLook(lookup.countLook()), () -> begin(lookup));
        }
        Budget.Call call = permission.call().get();
        exchange.send(lookup).whenComplete((raw, error) -> onReceipt(lookup, call, raw, error));
        return null;
    }

    private <T> void onReceipt(Lookup<T> lookup, Budget.Call call, @Nullable RawAnswer raw, @Nullable Throwable error) {
        workers.execute(() -> step(lookup, () -> receive(lookup, call, raw, error)));
    }

    /**
     * The steps from the answer on. The permit is kept until it is stored, so that a killed process loses no more paid
     * answers than it has permits.
     */
    private <T> @Nullable Runnable receive(
            Lookup<T> lookup, Budget.Call call, @Nullable RawAnswer raw, @Nullable Throwable error)
            throws DoubtfulFailure {
        try {
            OmdbAnswer<T> answer = exchange.judged(lookup, call, raw, error);
            keep(lookup, answer);
            return () -> answered(lookup, answer);
        } catch (DoubtfulFailure doubtful) {
            if (!doubtful.isFromCache()) {
                throw doubtful;
            }
            Budget.Call another = budget.take();
            exchange.sendUnseen(lookup).whenComplete((again, failed) -> onReceipt(lookup, another, again, failed));
            return null;
        }
    }

    /** Takes one of the two lists of steps. Callers are told after the permit is given back, as that may take long. */
    @SuppressWarnings("checkstyle:IllegalCatch") // Even a NoClassDefFoundError must not keep its permit.
    private void step(Lookup<?> lookup, Callable<@Nullable Runnable> steps) {
        Runnable next;
        try {
            next = steps.call();
        } catch (OmdbException failure) {
            next = failed(lookup, failure);
        } catch (DoubtfulFailure page) {
            lookup.failed(page.meaning());
            next = () -> suspects.add(lookup, page.meaning());
        } catch (Throwable bug) {
            next = () -> ends.failed(lookup, Exchange.unexpected(bug));
        }
        if (next != null) {
            permits.release();
            next.run();
        }
    }

    private <T> void keep(Lookup<T> lookup, OmdbAnswer<T> answer) {
        lookup.knows(answer);
        CompletableFuture<Void> untilStored = new CompletableFuture<>();
        if (lookup.keep(() -> cache.keep(lookup.request(), answer), untilStored)) {
            try {
                stored.settle(lookup, answer);
            } finally {
                untilStored.complete(null);
            }
        }
    }

    private <T> void answered(Lookup<T> lookup, OmdbAnswer<T> answer) {
        suspects.answered(lookup);
        ends.answered(lookup, answer);
    }

    private <T> Runnable failed(Lookup<T> lookup, OmdbException failure) {
        int failures = lookup.failed(failure);
        Optional<Duration> pause = pauses.beforeRetry(failure, failures, lookup.timeLeft());
        if (pause.isPresent()) {
            return () -> after(pause.get(), () -> permits.take(lookup));
        }
        return () -> {
            if (failure.wasSent() && !NO_ANSWER.contains(failure.reason())) {
                suspects.answered(lookup);
            }
            ends.failed(lookup, failure);
        };
    }

    private void after(Duration pause, Runnable next) {
        try {
            timer.schedule(next, pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // The lookup has ended with the client.
        }
    }
}

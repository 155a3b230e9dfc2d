package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.cache.AnswerCache;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Ends lookups and the waits for them, each once, and tells who is to know. The callers' own actions run in here, so it
 * is never called with a permit or a lock, nor on a thread that serves the timer, the store or a connection.
 */
final class Ends {

    private final Flights flights;
    private final AnswerCache cache;
    private final Brake brake;
    private final Events events;
    private final Executor workers;
    private volatile Runnable afterAnEnd = () -> {};

    Ends(Flights flights, AnswerCache cache, Brake brake, Events events, Executor workers) {
        this.flights = flights;
        this.cache = cache;
        this.brake = brake;
        this.events = events;
        this.workers = workers;
    }

    /** What is to run whenever a lookup has ended. */
    void afterAnEnd(Runnable action) {
        afterAnEnd = action;
    }

    /** Ends the lookup with an answer that the cache has already. */
    <T> void answered(Lookup<T> lookup, OmdbAnswer<T> answer) {
        end(lookup, answer.withCalls(lookup.calls()), null);
    }

    /** Ends the lookup, with a stale answer if there is one in place of the failure. */
    <T> void failed(Lookup<T> lookup, OmdbException failure) {
        brake.failed(failure);
        stopped(lookup, failure);
    }

    /** As {@link #failed}, for a failure that says nothing about OMDb. */
    <T> void stopped(Lookup<T> lookup, OmdbException failure) {
        int calls = lookup.calls();
        Optional<OmdbAnswer<T>> kept = inPlaceOf(failure, lookup).map(answer -> answer.withCalls(calls));
        end(lookup, kept.orElse(null), failure.withCalls(calls));
    }

    private <T> void end(Lookup<T> lookup, @Nullable OmdbAnswer<T> answer, @Nullable OmdbException failure) {
        Iterator<Waiter<T>> waiters = lookup.end().iterator();
        cleanUp(lookup);
        tell(waiters, answer, failure, true);
        afterAnEnd.run();
    }

    /** One whose actions may take long must not keep the others waiting: a thread of their own goes on with them. */
    private <T> void tell(
            Iterator<Waiter<T>> waiters,
            @Nullable OmdbAnswer<T> answer,
            @Nullable OmdbException failure,
            boolean paying) {
        boolean pays = paying;
        while (waiters.hasNext()) {
            Waiter<T> waiter = waiters.next();
            OmdbAnswer<T> taken = answer == null || !waiter.takes(answer) ? null : answer;
            OmdbAnswer<T> given = taken == null || pays ? taken : taken.withCalls(0);
            OmdbException thrown = failure == null ? null : failure.withCalls(pays ? failure.calls() : 0);
            pays = false;
            if (waiter.mayHoldUp() && waiters.hasNext()) {
                workers.execute(() -> tell(waiters, answer, failure, false));
                complete(waiter, given, thrown);
                return;
            }
            complete(waiter, given, thrown);
        }
    }

    private <T> void complete(Waiter<T> waiter, @Nullable OmdbAnswer<T> answer, @Nullable OmdbException failure) {
        if (answer != null && answer.source() == Source.STALE) {
            cache.countStale();
        }
        events.lookedUp(waiter, answer, failure);
        waiter.complete(answer, answer == null ? failure : null);
    }

    /** The caller's patience is over. What is known by then is better than nothing. */
    <T> void timedOut(Lookup<T> lookup, Waiter<T> waiter) {
        OmdbException failure = overdue(lookup, waiter);
        boolean wasSlow = waiter.isSlow(lookup.attemptTook());
        lookup.leave(waiter).ifPresent(departure -> {
            if (departure.last()) {
                cleanUp(lookup);
                // Only an attempt says something about OMDb, not a deadline that ran out in line.
                brake.failed(wasSlow || lookup.lastFailure().isPresent() ? failure : failure.unsent());
            }
            int calls = departure.calls();
            Optional<OmdbAnswer<T>> kept =
                    inPlaceOf(failure, lookup).filter(waiter::takes).map(answer -> answer.withCalls(calls));
            complete(waiter, kept.orElse(null), failure.withCalls(calls));
            afterAnEnd.run();
        });
    }

    private <T> Optional<OmdbAnswer<T>> inPlaceOf(OmdbException failure, Lookup<T> lookup) {
        return cache.inPlaceOf(failure, lookup.request(), lookup.known());
    }

    private static OmdbException overdue(Lookup<?> lookup, Waiter<?> waiter) {
        return lookup.lastFailure().orElseGet(() -> {
            int calls = lookup.calls();
            OmdbException timeout = new OmdbException(
                    Reason.TIMEOUT,
                    true,
                    "no answer within " + waiter.timeout().toMillis() + " ms, attempts: " + calls);
            return calls == 0 ? timeout.unsent() : timeout;
        });
    }

    /** The caller has ended its own future. */
    <T> void left(Lookup<T> lookup, Waiter<T> waiter) {
        lookup.leave(waiter).ifPresent(departure -> {
            events.left(waiter, departure.calls());
            if (departure.last()) {
                cleanUp(lookup);
                afterAnEnd.run();
            }
        });
    }

    /** The caller's thread was interrupted. Gives what to throw, unless the lookup has ended before. */
    <T> Optional<OmdbException> interrupted(Lookup<T> lookup, Waiter<T> waiter) {
        return lookup.leave(waiter).map(departure -> {
            OmdbException stopped = new OmdbException(Reason.STOPPING, true, "interrupted while waiting for OMDb")
                    .withCalls(departure.calls());
            complete(waiter, null, stopped);
            if (departure.last()) {
                cleanUp(lookup);
                afterAnEnd.run();
            }
            return stopped;
        });
    }

    /** Before the waiters are told: one who asks again at once must not find this lookup. */
    private void cleanUp(Lookup<?> lookup) {
        flights.remove(lookup);
        // Before the exchange is cancelled, as that ends the lookup on another thread too, which would take the lease.
        lookup.takeLease().ifPresent(Lease::release);
        lookup.takeExchange().ifPresent(exchange -> exchange.cancel(true));
    }
}

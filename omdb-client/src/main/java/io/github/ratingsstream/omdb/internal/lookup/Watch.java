package io.github.ratingsstream.omdb.internal.lookup;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the deadlines of all lookups under way, by looking at them again and again: one timer for all costs a lookup
 * nothing. It only triggers, as the thread of a timer must not be held up.
 */
final class Watch {

    private static final int MILLIS = 10;
    private static final int MILLIS_WITH_MANY = 100;
    private static final int MANY = 1_000;

    private final Flights flights;
    private final Ends ends;
    private final Duration attemptTimeout;
    private final ScheduledExecutorService timer;
    private final Executor workers;
    private final AtomicBoolean on = new AtomicBoolean();

    Watch(Flights flights, Ends ends, Duration attemptTimeout, ScheduledExecutorService timer, Executor workers) {
        this.flights = flights;
        this.ends = ends;
        this.attemptTimeout = attemptTimeout;
        this.timer = timer;
        this.workers = workers;
    }

    /** To be called whenever a lookup has been added. */
    void keep() {
        if (!on.get() && on.compareAndSet(false, true)) {
            schedule();
        }
    }

    private void schedule() {
        try {
            timer.schedule(this::look, flights.size() < MANY ? MILLIS : MILLIS_WITH_MANY, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // All lookups have ended with the client.
        }
    }

    private void look() {
        flights.all().forEach(this::lookAt);
        if (flights.size() > 0) {
            schedule();
        } else {
            on.set(false);
            // One may have been added in between.
            if (flights.size() > 0) {
                keep();
            }
        }
    }

    private <T> void lookAt(Lookup<T> lookup) {
        for (Waiter<T> waiter : lookup.overdue()) {
            workers.execute(() -> ends.timedOut(lookup, waiter));
        }
        lookup.exchangeOver(attemptTimeout)
                .ifPresent(exchange -> workers.execute(() -> exchange.completeExceptionally(new TimeoutException())));
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.Steps;
import io.github.ratingsstream.omdb.monitor.AttemptEvent;
import io.github.ratingsstream.omdb.monitor.LookupEvent;
import io.github.ratingsstream.omdb.monitor.OmdbListener;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener and the log what happened. If neither listens, no event is created. */
final class Events {

    /** Users set its level by this name, so it must not change when the class is moved or renamed. */
    private static final Logger log = LoggerFactory.getLogger("io.github.ratingsstream.omdb.OmdbClient");

    private final Optional<OmdbListener> listener;
    private final AtomicBoolean complained = new AtomicBoolean();

    Events(Optional<OmdbListener> listener) {
        this.listener = listener;
    }

    private boolean isHeard() {
        return listener.isPresent() || log.isDebugEnabled();
    }

    <A> CompletableFuture<A> attempt(Lookup<?> lookup, int number, CompletableFuture<A> attempt) {
        if (!isHeard()) {
            return attempt;
        }
        long start = System.nanoTime();
        return Steps.watched(attempt, (answer, error) -> {
            AttemptEvent event = new AttemptEvent(lookup.request().toString(), number, since(start), reason(error));
            log.debug(
                    "attempt {} for {}: {}, {} ms",
                    event.attempt(),
                    event.request(),
                    said(event.failure()),
                    millis(start));
            tell(to -> to.attempted(event));
        });
    }

    <T> void cached(OmdbRequest<T> request, OmdbAnswer<T> answer) {
        if (isHeard()) {
            lookedUp(request, System.nanoTime(), answer, null);
        }
    }

    /** A waiter on the same flight, whose end is reported before the caller sees it. */
    <T> Waiter<T> lookup(OmdbRequest<T> request, Waiter<T> waiter) {
        if (!isHeard()) {
            return waiter;
        }
        long start = System.nanoTime();
        return new Waiter<>(
                Steps.watched(waiter.result(), (answer, error) -> lookedUp(request, start, answer, error)),
                waiter.flight());
    }

    private <T> void lookedUp(
            OmdbRequest<T> request, long start, @Nullable OmdbAnswer<T> answer, @Nullable Throwable error) {
        Optional<OmdbAnswer<T>> end = Optional.ofNullable(answer);
        LookupEvent event = new LookupEvent(
                request.toString(),
                since(start),
                end.map(OmdbAnswer::calls).orElseGet(() -> error instanceof OmdbException omdb ? omdb.calls() : 0),
                end.flatMap(OmdbAnswer::value).isPresent(),
                end.map(OmdbAnswer::source),
                reason(error));
        log.debug(
                "lookup of {}: {}, from {}, calls {}, {} ms",
                event.request(),
                said(event.failure()),
                event.source().map(Enum::name).orElse("nowhere"),
                event.calls(),
                millis(start));
        tell(to -> to.lookedUp(event));
    }

    /** An exception thrown by the listener must not end a lookup. */
    private void tell(Consumer<OmdbListener> event) {
        try {
            listener.ifPresent(event);
        } catch (RuntimeException e) {
            if (!complained.getAndSet(true)) {
                log.warn(
                        "The listener threw a {}; what it throws from now on is not logged.",
                        e.getClass().getName());
            }
        }
    }

    private static Optional<Reason> reason(@Nullable Throwable error) {
        if (error == null) {
            return Optional.empty();
        }
        Throwable cause = Steps.unwrapped(error);
        if (cause instanceof OmdbException omdb) {
            return Optional.of(omdb.reason());
        }
        return Optional.of(cause instanceof CancellationException ? Reason.STOPPING : Reason.UNKNOWN);
    }

    private static String said(Optional<Reason> failure) {
        return failure.map(Enum::name).orElse("answered");
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static long millis(long start) {
        return since(start).toMillis();
    }
}

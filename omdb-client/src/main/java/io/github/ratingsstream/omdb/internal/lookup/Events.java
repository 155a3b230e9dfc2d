package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.monitor.AttemptEvent;
import io.github.ratingsstream.omdb.monitor.LookupEvent;
import io.github.ratingsstream.omdb.monitor.OmdbListener;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.time.Duration;
import java.util.Optional;
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

    void attempted(OmdbRequest<?> request, int number, Duration took, Optional<Reason> failure) {
        if (!isHeard()) {
            return;
        }
        AttemptEvent event = new AttemptEvent(request.toString(), number, took, failure);
        log.debug(
                "attempt {} for {}: {}, {} ms",
                event.attempt(),
                event.request(),
                said(event.failure()),
                event.took().toMillis());
        tell(to -> to.attempted(event));
    }

    <T> void cached(OmdbRequest<T> request, OmdbAnswer<T> answer) {
        if (isHeard()) {
            lookedUp(request, System.nanoTime(), answer, answer.calls(), null);
        }
    }

    /** Told before the caller sees it. */
    <T> void lookedUp(Waiter<T> waiter, @Nullable OmdbAnswer<T> answer, @Nullable OmdbException failure) {
        if (!isHeard()) {
            return;
        }
        if (answer != null) {
            lookedUp(waiter.request(), waiter.start(), answer, answer.calls(), null);
        } else if (failure != null) {
            lookedUp(waiter.request(), waiter.start(), null, failure.calls(), failure.reason());
        }
    }

    /** A caller has ended its own future. */
    void left(Waiter<?> waiter, int calls) {
        if (isHeard()) {
            lookedUp(waiter.request(), waiter.start(), null, calls, Reason.STOPPING);
        }
    }

    private void lookedUp(
            OmdbRequest<?> request, long start, @Nullable OmdbAnswer<?> answer, int calls, @Nullable Reason failure) {
        Optional<OmdbAnswer<?>> end = Optional.ofNullable(answer);
        LookupEvent event = new LookupEvent(
                request.toString(),
                since(start),
                calls,
                end.flatMap(OmdbAnswer::value).isPresent(),
                end.map(OmdbAnswer::source),
                Optional.ofNullable(failure));
        log.debug(
                "lookup of {}: {}, from {}, calls {}, {} ms",
                event.request(),
                said(event.failure()),
                event.source().map(Enum::name).orElse("nowhere"),
                event.calls(),
                event.took().toMillis());
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

    private static String said(Optional<Reason> failure) {
        return failure.map(Enum::name).orElse("answered");
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

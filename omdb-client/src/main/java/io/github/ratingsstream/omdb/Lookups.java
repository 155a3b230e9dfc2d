package io.github.ratingsstream.omdb;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.TimeoutExceededException;
import io.github.ratingsstream.omdb.OmdbException.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The way of a lookup: a free slot, an attempt, the parser, and again after a pause, all within one deadline. */
final class Lookups implements AutoCloseable {

    private final OmdbConfig config;
    private final Transport transport;
    private final RequestUri uris;
    private final AnswerParser parser;
    private final CallSlots slots;
    private final FailsafeExecutor<OmdbAnswer> retrying;
    private final Set<CompletableFuture<OmdbAnswer>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Lookups(OmdbConfig config, Transport transport) {
        this.config = config;
        this.transport = transport;
        this.uris = new RequestUri(config.baseUrl(), config.apiKey());
        this.parser = new AnswerParser(config.apiKey());
        this.slots = new CallSlots(config.maxConcurrency());
        this.retrying = Failsafe.with(deadline(config), retries(config));
    }

    private static dev.failsafe.Timeout<OmdbAnswer> deadline(OmdbConfig config) {
        return dev.failsafe.Timeout.of(config.timeout());
    }

    private static RetryPolicy<OmdbAnswer> retries(OmdbConfig config) {
        return RetryPolicy.<OmdbAnswer>builder()
                .handleIf(error -> error instanceof OmdbException omdb && omdb.retryable())
                .withMaxRetries(config.retries())
                .withBackoff(config.backOff(), config.maxBackOff())
                .withJitter(0.5)
                // -1 leaves the choice to the back-off.
                .withDelayFn(attempt -> attempt.getLastException() instanceof OmdbException omdb
                        ? omdb.retryAfter().orElse(Duration.ofNanos(-1))
                        : Duration.ofNanos(-1))
                .build();
    }

    /** The future fails with {@link OmdbException} alone; cancelling it cancels the call under way. */
    CompletableFuture<OmdbAnswer> start(TitleRequest request) {
        Lookup lookup = new Lookup(request);
        CompletableFuture<OmdbAnswer> attempts = retrying.getStageAsync(lookup::attempt);
        CompletableFuture<OmdbAnswer> result = new CompletableFuture<>();
        underWay.add(result);
        attempts.whenComplete((answer, error) -> {
            if (error == null) {
                result.complete(answer.withCalls(lookup.calls));
            } else {
                result.completeExceptionally(lookup.failure(error));
            }
        });
        result.whenComplete((answer, error) -> {
            underWay.remove(result);
            attempts.cancel(true);
        });
        if (closed) {
            result.completeExceptionally(closedException());
        }
        return result;
    }

    /** Ends what is under way as {@link Reason#STOPPING}. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(result -> result.completeExceptionally(closedException()));
        transport.close();
    }

    private static OmdbException closedException() {
        return new OmdbException(Reason.STOPPING, false, "the client is closed");
    }

    /** One lookup, with the calls it has cost so far. */
    private final class Lookup {

        private final TitleRequest request;
        private final long start = System.nanoTime();
        private volatile int calls;

        Lookup(TitleRequest request) {
            this.request = request;
        }

        CompletableFuture<OmdbAnswer> attempt() {
            CompletableFuture<RawAnswer> call = slots.call(this::send);
            CompletableFuture<OmdbAnswer> parsed =
                    call.thenApply(parser::parse).exceptionallyCompose(this::noRetryPastDeadline);
            // Failsafe cancels what it is given; the call behind it has to go too.
            parsed.whenComplete((answer, error) -> call.cancel(true));
            return parsed;
        }

        private CompletableFuture<RawAnswer> send() {
            if (closed) {
                return CompletableFuture.failedFuture(closedException());
            }
            calls++;
            return transport.get(uris.of(request));
        }

        /** The retry policy sees only OmdbException: any other ends the lookup at once. */
        private CompletableFuture<OmdbAnswer> noRetryPastDeadline(Throwable error) {
            Throwable cause = unwrapped(error);
            boolean tooLate = cause instanceof OmdbException omdb
                    && omdb.retryAfter().filter(this::passesDeadline).isPresent();
            return CompletableFuture.failedFuture(tooLate ? new TooLate(cause) : cause);
        }

        private boolean passesDeadline(Duration wait) {
            return wait.compareTo(config.timeout().minusNanos(System.nanoTime() - start)) >= 0;
        }

        OmdbException failure(Throwable error) {
            Throwable cause = unwrapped(error);
            if (cause instanceof TooLate late) {
                cause = late.getCause();
            }
            if (cause instanceof OmdbException omdb) {
                return omdb.withCalls(calls);
            }
            if (cause instanceof TimeoutExceededException) {
                String message = "no answer within " + config.timeout().toMillis() + " ms and " + calls + " calls";
                return new OmdbException(Reason.TIMEOUT, true, message).withCalls(calls);
            }
            return new OmdbException(
                            Reason.UNKNOWN,
                            false,
                            "an unexpected " + cause.getClass().getSimpleName())
                    .withCalls(calls);
        }
    }

    private static Throwable unwrapped(Throwable error) {
        @Nullable Throwable cause = error.getCause();
        return error instanceof CompletionException && cause != null ? cause : error;
    }

    /** An error whose Retry-After lies past the deadline. */
    private static final class TooLate extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooLate(Throwable cause) {
            super(cause);
        }
    }
}

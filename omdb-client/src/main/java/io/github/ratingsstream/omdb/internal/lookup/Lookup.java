package io.github.ratingsstream.omdb.internal.lookup;

import dev.failsafe.ExecutionContext;
import dev.failsafe.RetryPolicy;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.Steps;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One lookup: its request, the attempts made so far, and its future result. */
final class Lookup<T> {

    private final OmdbConfig config;
    private final OmdbRequest<T> request;
    private final CompletableFuture<OmdbAnswer<T>> result = new CompletableFuture<>();
    private final long start = System.nanoTime();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean countsOnOmdb;

    Lookup(OmdbConfig config, OmdbRequest<T> request) {
        this.config = config;
        this.request = request;
    }

    OmdbRequest<T> request() {
        return request;
    }

    /** Fails with {@link OmdbException} and nothing else. */
    CompletableFuture<OmdbAnswer<T>> result() {
        return result;
    }

    /** Counts the attempt that is sent now, and gives its number. */
    int countCall() {
        return calls.incrementAndGet();
    }

    /** Records that neither the cache nor the store has the answer. */
    void countOnOmdb() {
        countsOnOmdb = true;
    }

    boolean countsOnOmdb() {
        return countsOnOmdb;
    }

    int calls() {
        return calls.get();
    }

    /** Retries for transient faults, unless the server asks for a wait that ends past the deadline. */
    RetryPolicy<OmdbAnswer<T>> retries() {
        return RetryPolicy.<OmdbAnswer<T>>builder()
                .handleIf(error -> error instanceof OmdbException omdb
                        && omdb.retryable()
                        && omdb.wasSent()
                        && omdb.retryAfter().filter(this::passesDeadline).isEmpty())
                .withMaxRetries(config.retries())
                .withDelayFn(this::pause)
                .build();
    }

    /** Exponential with jitter; never shorter than the server asks for. */
    private Duration pause(ExecutionContext<OmdbAnswer<T>> failed) {
        Duration pause = config.backOff().after(failed.getAttemptCount());
        long jittered = (long) (pause.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
        Duration asked = failed.getLastException() instanceof OmdbException omdb
                ? omdb.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        return Duration.ofNanos(Math.max(jittered, asked.toNanos()));
    }

    private boolean passesDeadline(Duration wait) {
        return wait.compareTo(config.timeout().minusNanos(System.nanoTime() - start)) >= 0;
    }

    void end(OmdbAnswer<T> answer) {
        result.complete(answer.withCalls(calls.get()));
    }

    void end(OmdbException failure) {
        result.completeExceptionally(failure.withCalls(calls.get()));
    }

    /** Ends the lookup early, with the failure that is returned. */
    OmdbException stop(String why) {
        OmdbException stopped = new OmdbException(Reason.STOPPING, true, why).withCalls(calls.get());
        result.completeExceptionally(stopped);
        return stopped;
    }

    /** Translates whatever went wrong into the library's own exception. */
    OmdbException failure(Throwable error) {
        Throwable cause = Steps.unwrapped(error);
        if (cause instanceof OmdbException omdb) {
            return omdb;
        }
        if (cause instanceof TimeoutException) {
            String message = "no answer within " + config.timeout().toMillis() + " ms, attempts: " + calls.get();
            return new OmdbException(Reason.TIMEOUT, true, message);
        }
        if (cause instanceof RejectedExecutionException) {
            return new OmdbException(Reason.STOPPING, true, OmdbConfig.CLOSED);
        }
        return new OmdbException(
                Reason.UNKNOWN, false, "an unexpected " + cause.getClass().getSimpleName());
    }
}

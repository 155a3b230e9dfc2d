package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.internal.async.Workers;
import io.github.ratingsstream.omdb.request.LookupOptions;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One caller's place in a lookup, and how long it waits there. Whoever takes it out of the lookup completes its result. */
final class Waiter<T> {

    private final OmdbRequest<T> request;
    private final Caller caller;
    private final Duration usualTimeout;
    private final LookupOptions options;
    private final long start = System.nanoTime();
    private final CompletableFuture<OmdbAnswer<T>> result = new CompletableFuture<>();

    Waiter(OmdbRequest<T> request, Caller caller, Duration usualTimeout, LookupOptions options) {
        this.request = request;
        this.caller = caller;
        this.usualTimeout = usualTimeout;
        this.options = options;
    }

    /** As this caller spells it. */
    OmdbRequest<T> request() {
        return request;
    }

    LookupOptions options() {
        return options;
    }

    Duration timeout() {
        return options.timeout().orElse(usualTimeout);
    }

    /**
     * Whether an attempt of this duration says something about OMDb. One caller's haste must not make a healthy OMDb look
     * down to the others.
     */
    boolean isSlow(Duration attempt) {
        Duration longer = timeout().compareTo(usualTimeout) > 0 ? timeout() : usualTimeout;
        return attempt.multipliedBy(2).compareTo(longer) >= 0;
    }

    /** Whether the answer is good enough for this caller. */
    boolean takes(OmdbAnswer<T> answer) {
        return answer.source() != Source.STALE || !options.isNoStale() && !options.isRefresh();
    }

    long start() {
        return start;
    }

    long nanosLeft() {
        return start + timeout().toNanos() - System.nanoTime();
    }

    CompletableFuture<OmdbAnswer<T>> result() {
        return result;
    }

    boolean mayHoldUp() {
        return caller.mayHoldUp();
    }

    /** Tells the caller; one of the two is null. */
    void complete(@Nullable OmdbAnswer<T> answer, @Nullable OmdbException failure) {
        caller.run(() -> {
            if (answer != null) {
                result.complete(answer);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    /**
     * Who asks: a thread that waits and runs nothing when its lookup ends, or one with a future, whose actions run where
     * that completes: on the executor, if there is one.
     */
    record Caller(boolean waits, @Nullable Executor executor) {

        static final Caller WAITING = new Caller(true, null);

        static Caller withFuture(@Nullable Executor executor) {
            return new Caller(false, executor);
        }

        /** Whether telling this caller may take long on the thread that does it. */
        boolean mayHoldUp() {
            return !waits && executor == null;
        }

        /** Runs the end of a lookup where the caller wants it. */
        void run(Runnable end) {
            if (executor == null) {
                end.run();
            } else {
                Workers.run(executor, end);
            }
        }
    }
}

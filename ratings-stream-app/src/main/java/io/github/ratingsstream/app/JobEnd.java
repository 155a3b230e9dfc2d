package io.github.ratingsstream.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.util.SignalUtils;

/** How the job ends: asked to by a signal, by itself, or because it can't go on. The first reason counts. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class JobEnd {

    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    private final JavaStreamingContext context;
    private final Duration lookupDeadline;
    private final Runnable endLookups;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CompletableFuture<ExitCode> ended = new CompletableFuture<>();

    /** After the deadline of a stop, lookups that still wait are ended: so a stop always ends. */
    JobEnd(JavaStreamingContext context, Duration lookupDeadline, Runnable endLookups) {
        this.context = context;
        this.lookupDeadline = lookupDeadline;
        this.endLookups = endLookups;
    }

    /** A first signal finishes what was received; a second ends the process at once, with the signal's usual code. */
    void onSignals() {
        SignalUtils.register("INT", () -> signalled(SIGINT));
        SignalUtils.register("TERM", () -> signalled(SIGTERM));
    }

    private boolean signalled(int signal) {
        if (!finish("finishing what was received; once more to stop at once")) {
            Runtime.getRuntime().halt(128 + signal);
        }
        return true;
    }

    /** Stops after what was received is done. False if the job is ending already. */
    boolean finish(String message) {
        if (!ending.compareAndSet(false, true)) {
            return false;
        }
        Console.say(message);
        CompletableFuture.delayedExecutor(lookupDeadline.toMillis(), TimeUnit.MILLISECONDS)
                .execute(endLookups);
        stop(ExitCode.STOPPED, true);
        return true;
    }

    /** Stops at once, with one line that says why. */
    void abort(ExitCode code, String message) {
        if (ending.compareAndSet(false, true)) {
            JobLogging.silence();
            Console.say(message);
            stop(code, false);
        }
    }

    /** In a thread of its own: neither a signal's nor a batch's may wait for the stop. */
    private void stop(ExitCode code, boolean gracefully) {
        Thread stopper = new Thread(
                () -> {
                    try {
                        context.stop(true, gracefully);
                        ended.complete(code);
                    } catch (RuntimeException e) {
                        ended.completeExceptionally(e);
                    }
                },
                "job-stopper");
        stopper.start();
    }

    /** Waits for the end. */
    ExitCode await() throws InterruptedException {
        try {
            context.awaitTermination();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // Scala does not declare what it throws: this is whatever made a batch fail.
            abort(ExitCode.STREAM_FAILED, "the stream failed: " + RootCause.of(e));
        }
        if (!ending.get()) {
            return ExitCode.STOPPED;
        }
        try {
            return ended.join();
        } catch (CompletionException e) {
            Console.say("the stop failed: " + RootCause.of(e));
            return ExitCode.STREAM_FAILED;
        }
    }
}

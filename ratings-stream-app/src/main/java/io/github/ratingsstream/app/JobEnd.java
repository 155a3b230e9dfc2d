package io.github.ratingsstream.app;

import io.github.ratingsstream.app.terminal.Console;
import io.github.ratingsstream.app.terminal.JobLogging;
import io.github.ratingsstream.core.job.RunningJob;
import io.github.ratingsstream.core.job.StallWatch;
import io.github.ratingsstream.core.job.StreamStop;
import io.github.ratingsstream.core.notice.RootCause;
import io.github.ratingsstream.core.source.Drain;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.util.SignalUtils;
import org.jspecify.annotations.Nullable;

/**
 * How the job ends: by a signal, by itself, or because it can't go on. The first cause stops the stream; the first
 * failure, even during a stop, decides the exit code.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class JobEnd {

    private static final int SIGHUP = 1;
    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    /** A busy machine may need seconds between two tasks. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StreamStop streamStop;
    private final Duration lookupDeadline;
    private final Duration deadline;
    private final Runnable endLookups;
    private final boolean readAgain;
    private final StallWatch watch;
    private final Drain drain;
    private final Consumer<ExitCode> onEnd;
    private final AtomicReference<@Nullable JavaStreamingContext> context = new AtomicReference<>();
    private final AtomicReference<ExitCode> code = new AtomicReference<>(ExitCode.STOPPED);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final AtomicBoolean left = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Lookups that still wait at the deadline of a stop are ended, so that every stop ends. If the source can be read
     * again, batches that are not finished by then are left to the next start. At the end the consumer says what came of all.
     */
    JobEnd(
            Drain drain,
            Duration lookupDeadline,
            Duration batchInterval,
            boolean readAgain,
            Runnable endLookups,
            Consumer<ExitCode> onEnd) {
        this.streamStop = new StreamStop(drain, this::hasFailed, JobLogging::silence);
        Duration twoBatches = batchInterval.multipliedBy(2);
        this.deadline = lookupDeadline.plus(twoBatches);
        this.lookupDeadline = readAgain ? deadline : lookupDeadline;
        this.readAgain = readAgain;
        this.endLookups = endLookups;
        this.drain = drain;
        this.onEnd = onEnd;
        this.watch = new StallWatch(Console::writes, twoBatches.compareTo(PATIENCE) > 0 ? twoBatches : PATIENCE);
    }

    /** A first signal finishes what was received; a second ends the process at once, with the signal's usual code. */
    void onSignals() {
        SignalUtils.register("HUP", () -> signalled(SIGHUP));
        SignalUtils.register("INT", () -> signalled(SIGINT));
        SignalUtils.register("TERM", () -> signalled(SIGTERM));
    }

    private boolean signalled(int signal) {
        if (!signalled.compareAndSet(false, true)) {
            Console.say("stopped at once; what was not finished is not printed or written");
            Console.finish();
            Runtime.getRuntime().halt(128 + signal);
        }
        if (!ending.compareAndSet(false, true)) {
            Console.say("the job is stopping already; once more to stop at once");
            return true;
        }
        if (context.get() == null) {
            Console.say("stopped while Spark was starting: no title was taken in");
        } else {
            Console.say(
                    "finishing what was received, in up to " + deadline.toSeconds() + " s; once more to stop at once");
        }
        CompletableFuture.delayedExecutor(lookupDeadline.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::deadlineIsOver);
        stop(true);
        return true;
    }

    private void deadlineIsOver() {
        if (readAgain && stopped.getCount() > 0) {
            Console.say("what is not finished by now is left to the next start");
            left.set(true);
            RunningJob.current().leaveToNextStart();
            streamStop.hurry();
        }
        endLookups.run();
    }

    /** Stops at once when there is nothing left to finish. */
    void done(String message) {
        end(ExitCode.STOPPED, message);
    }

    /** Stops at once, with one line that says why. During a stop, only the line and the exit code are new. */
    void fail(ExitCode failure, String message) {
        if (code.compareAndSet(ExitCode.STOPPED, failure)) {
            end(failure, message);
        }
    }

    private void end(ExitCode why, String message) {
        boolean first = ending.compareAndSet(false, true);
        if (first) {
            JobLogging.silence();
        }
        if (first || why != ExitCode.STOPPED) {
            Console.say(message);
        }
        if (first) {
            stop(false);
        } else if (why != ExitCode.STOPPED) {
            streamStop.hurry();
        }
    }

    private boolean hasFailed() {
        return code.get() != ExitCode.STOPPED || left.get();
    }

    /** In a thread of its own: neither a signal's thread nor a batch's may wait for the stop. */
    private void stop(boolean gracefully) {
        Thread stopper = new Thread(() -> stopNow(gracefully), "job-stopper");
        stopper.start();
        watch.begin(gracefully ? deadline : Duration.ZERO, stopped, this::giveUp);
    }

    private void stopNow(boolean gracefully) {
        JavaStreamingContext running = context.get();
        if (running == null) {
            // Signalled while Spark is starting, so nothing was received yet.
            Console.finish();
            System.exit(code.get().number());
        }
        try {
            if (gracefully) {
                streamStop
                        .finish(running)
                        .filter(missing -> !left.get())
                        .ifPresent(missing -> fail(ExitCode.STREAM_FAILED, missing));
            } else {
                streamStop.atOnce(running);
            }
        } catch (Exception e) {
            // Scala does not declare what it throws.
            fail(ExitCode.STREAM_FAILED, "the stop failed: " + RootCause.of(e));
        } finally {
            stopped.countDown();
        }
    }

    /** Nothing moves any more. What Spark still waits for does not come. */
    private void giveUp() {
        if (!streamStop.isDrained() && !left.get()) {
            code.compareAndSet(ExitCode.STOPPED, ExitCode.STREAM_FAILED);
            Console.say(
                    "the stop gets no further and is cut short: no task has started or ended, and no row was printed");
            drain.missing().ifPresent(Console::say);
        }
        onEnd.accept(code.get());
        Console.finish();
        Runtime.getRuntime().halt(code.get().number());
    }

    /** Starts the stream, reports that, and waits for its end. */
    ExitCode run(JavaStreamingContext stream, Runnable onStarted) throws InterruptedException {
        context.set(stream);
        stream.sparkContext().sc().addSparkListener(watch);
        boolean started = false;
        try {
            stream.start();
            started = true;
            onStarted.run();
            stream.awaitTermination();
        } catch (Exception e) {
            // Whatever made a batch fail. A signal between the context's start and the stream's is not a failure.
            if ((started || !ending.get()) && !left.get()) {
                fail(ExitCode.STREAM_FAILED, "the stream failed: " + RootCause.of(e));
            }
        }
        if (ending.get()) {
            stopped.await();
        }
        onEnd.accept(code.get());
        return code.get();
    }
}

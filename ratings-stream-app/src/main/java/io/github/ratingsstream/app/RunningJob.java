package io.github.ratingsstream.app;

import io.github.ratingsstream.core.LookupResult;
import io.github.ratingsstream.core.RatingsPrinter;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.Time;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of the stream work with. They look here each time they run: a stream that comes back from a checkpoint
 * has the steps of the run before, and this of its own. The driver's JVM has one.
 */
final class RunningJob {

    private static final AtomicReference<@Nullable RunningJob> CURRENT = new AtomicReference<>();

    private final BatchWork work;
    private final RatingsPrinter printer;
    private final Source source;
    private final Optional<JobCheckpoint> checkpoint;
    private volatile long liveFrom;
    private volatile @Nullable Throwable failure;
    private volatile long lastEnded;

    /** What is done for a batch. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    RunningJob(BatchWork work, RatingsPrinter printer, Source source, Optional<JobCheckpoint> checkpoint) {
        this.work = work;
        this.printer = printer;
        this.source = source;
        this.checkpoint = checkpoint;
    }

    static RunningJob current() {
        RunningJob job = CURRENT.get();
        if (job == null) {
            throw new IllegalStateException("no job runs here");
        }
        return job;
    }

    void makeCurrent() {
        CURRENT.set(this);
    }

    /** The stream comes back from a checkpoint: until it has started, its batches are those of the time it was down. */
    void restoring() {
        liveFrom = Long.MAX_VALUE;
        source.restoring();
    }

    /** The stream has started. */
    void started() {
        if (liveFrom == Long.MAX_VALUE) {
            liveFrom = System.currentTimeMillis();
            source.goOn();
        }
    }

    /** Nothing for a batch that was done before the job went on. */
    JavaRDD<LookupResult> lookUp(JavaRDD<String> batch, Time time) throws IOException {
        boolean done = checkpoint
                .filter(before -> before.lastDone().includes(time.milliseconds()))
                .isPresent();
        return unlessFailed(
                () -> done ? JavaSparkContext.fromSparkContext(batch.context()).emptyRDD() : work.lookUp(batch, time));
    }

    /** After a batch that failed Spark would go on with the next until the job has stopped, and that is no longer in order. */
    @SuppressWarnings("checkstyle:IllegalCatch") // Whatever it was.
    private <T> T unlessFailed(Step<T> step) throws IOException {
        Throwable before = failure;
        if (before != null) {
            throw new IllegalStateException("a batch before has failed", before);
        }
        try {
            return step.run();
        } catch (Throwable e) {
            failure = e;
            throw e;
        }
    }

    Source source() {
        return source;
    }

    /** Where the checkpoint can't be written any more, going on would do work that is done again. */
    void begin(JavaRDD<LookupResult> batch, Time time) throws IOException {
        unlessFailed(() -> {
            work.begin();
            if (checkpoint.isPresent() && isLiveOrHasLines(batch, time)) {
                checkpoint.get().probe();
            }
            return batch;
        });
    }

    /** Nothing, not even a header, for an empty batch of the time the job was down. */
    void print(JavaRDD<LookupResult> found, Time time) throws IOException {
        unlessFailed(() -> {
            if (isLiveOrHasLines(found, time)) {
                printer.print(found, time);
            }
            return found;
        });
    }

    private boolean isLiveOrHasLines(JavaRDD<LookupResult> batch, Time time) {
        return batch.getNumPartitions() > 0 || time.milliseconds() >= liveFrom;
    }

    /** The last of a batch's work. */
    void end(JavaRDD<LookupResult> results, Time time) throws IOException {
        unlessFailed(() -> {
            work.end(results, time);
            if (checkpoint.isPresent() && results.getNumPartitions() > 0) {
                checkpoint.get().lastDone().note(time.milliseconds());
            }
            lastEnded = time.milliseconds();
            return results;
        });
    }

    /** The last batch that ended, with lines or without; batches end in order. */
    long lastEnded() {
        return lastEnded;
    }
}

package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.output.RatingsPrinter;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.source.Source;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.Time;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of the stream work with. They look it up each time they run, because a stream restored from a
 * checkpoint brings the steps of the previous run. The driver's JVM has one: the job that was made current last.
 */
public final class RunningJob {

    private static final AtomicReference<@Nullable RunningJob> CURRENT = new AtomicReference<>();

    private final BatchWork work;
    private final RatingsPrinter printer;
    private final Source source;
    private final Optional<JobCheckpoint> checkpoint;
    private volatile long liveFrom;
    private volatile @Nullable Throwable failure;
    private volatile long lastEnded;

    /** A step of a batch. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    /**
     * A job that is not current yet.
     *
     * @param work what is done with each batch
     * @param printer prints what was found
     * @param source where titles come from
     * @param checkpoint what the job goes on from, if it has a checkpoint
     */
    public RunningJob(BatchWork work, RatingsPrinter printer, Source source, Optional<JobCheckpoint> checkpoint) {
        this.work = work;
        this.printer = printer;
        this.source = source;
        this.checkpoint = checkpoint;
    }

    /**
     * The job that the steps of this JVM's stream work with.
     *
     * @return the job made current last
     * @throws IllegalStateException if none was
     */
    public static RunningJob current() {
        RunningJob job = CURRENT.get();
        if (job == null) {
            throw new IllegalStateException("no job runs here");
        }
        return job;
    }

    /** Makes the steps of this JVM's stream work with this job from now on. */
    public void makeCurrent() {
        CURRENT.set(this);
    }

    /**
     * Called when the stream is restored from a checkpoint. Until it has started, its batches are those of the time the
     * job was down.
     */
    public void restoring() {
        liveFrom = Long.MAX_VALUE;
        source.restoring();
    }

    /** Called when the stream has started: from now on its batches are new ones. */
    public void started() {
        if (liveFrom == Long.MAX_VALUE) {
            liveFrom = System.currentTimeMillis();
            source.goOn();
        }
    }

    /**
     * Leaves the batches that are not finished to the next start, which reads them again: they are not written, not
     * reported and not noted as done. To Spark they have failed, so that its checkpoint keeps them.
     */
    public void leaveToNextStart() {
        if (failure == null) {
            failure = new IllegalStateException("left to the next start");
        }
    }

    /** The results of a batch; empty for one that was done before the restart. */
    JavaRDD<LookupResult> lookUp(JavaRDD<String> batch, Time time) throws IOException {
        boolean done = checkpoint
                .filter(before -> before.lastDone().includes(time.milliseconds()))
                .isPresent();
        return unlessFailed(
                () -> done ? JavaSparkContext.fromSparkContext(batch.context()).emptyRDD() : work.lookUp(batch, time));
    }

    /**
     * After a batch has failed, Spark would go on with the next ones until the job has stopped, and they would end out
     * of order.
     */
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

    /** Fails the batch if the checkpoint can no longer be written: its work would have to be done again. */
    void begin(JavaRDD<LookupResult> batch, Time time) throws IOException {
        unlessFailed(() -> {
            work.begin();
            if (checkpoint.isPresent() && isLiveOrHasLines(batch, time)) {
                checkpoint.get().probe();
            }
            return batch;
        });
    }

    /** Prints what was found. An empty batch from the time the job was down has no header either. */
    void print(JavaRDD<LookupResult> found, Time time) throws IOException {
        unlessFailed(() -> {
            if (isLiveOrHasLines(found, time)) {
                SparkNames.during(found.context(), "look up and print", () -> printer.print(found, time));
            }
            return found;
        });
    }

    private boolean isLiveOrHasLines(JavaRDD<LookupResult> batch, Time time) {
        return batch.getNumPartitions() > 0 || time.milliseconds() >= liveFrom;
    }

    /** The last step of a batch, which is then noted as done. */
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

    /** {@return the time of the last batch that ended, with or without lines; batches end in order} */
    public long lastEnded() {
        return lastEnded;
    }
}

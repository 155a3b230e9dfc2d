package io.github.ratingsstream.app;

import io.github.ratingsstream.core.LookupResult;
import io.github.ratingsstream.core.RatingsPrinter;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.Time;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of the stream work with. They look here each time they run: a stream that comes back from a checkpoint
 * has the steps of the run before, and this of its own. The driver's JVM has one.
 */
final class RunningJob {

    private static final AtomicReference<@Nullable RunningJob> CURRENT = new AtomicReference<>();

    private final BatchSteps steps;
    private final RatingsPrinter printer;
    private final Source source;
    private final Optional<JobCheckpoint> checkpoint;
    private volatile long liveFrom;

    RunningJob(BatchSteps steps, RatingsPrinter printer, Source source, Optional<JobCheckpoint> checkpoint) {
        this.steps = steps;
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

    JavaRDD<LookupResult> lookUp(JavaRDD<String> batch, Time time) {
        return steps.lookUp(batch, time);
    }

    Source source() {
        return source;
    }

    /** Where the checkpoint can't be written any more, going on would do work that is done again. */
    void begin(JavaRDD<LookupResult> batch, Time time) throws IOException {
        steps.begin();
        if (checkpoint.isPresent() && isLiveOrHasLines(batch, time)) {
            checkpoint.get().probe();
        }
    }

    /** Nothing, not even a header, for an empty batch of the time the job was down. */
    void print(JavaRDD<LookupResult> found, Time time) {
        if (isLiveOrHasLines(found, time)) {
            printer.print(found, time);
        }
    }

    private boolean isLiveOrHasLines(JavaRDD<LookupResult> batch, Time time) {
        return batch.getNumPartitions() > 0 || time.milliseconds() >= liveFrom;
    }

    void end(JavaRDD<LookupResult> results, Time time) throws IOException {
        steps.end(results, time);
    }
}

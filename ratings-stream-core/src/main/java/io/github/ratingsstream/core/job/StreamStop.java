package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.source.Drain;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.jspecify.annotations.Nullable;

/**
 * Stops a stream: either what was received is finished first, or everything ends at once. One thread stops it; another
 * may hurry it.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class StreamStop {

    private final Drain drain;
    private final BooleanSupplier failed;
    private final Runnable onDrained;
    private volatile boolean drained;
    /** The thread that waits in Spark's graceful stop. */
    private final AtomicReference<@Nullable Thread> patient = new AtomicReference<>();

    /**
     * A stop that has not begun.
     *
     * @param drain knows what was received and is not finished
     * @param failed whether the job has failed meanwhile; then there is nothing to wait for
     * @param onDrained runs when all is finished, before Spark is stopped
     */
    public StreamStop(Drain drain, BooleanSupplier failed, Runnable onDrained) {
        this.drain = drain;
        this.failed = failed;
        this.onDrained = onDrained;
    }

    /**
     * Finishes what was received, then stops the stream and its SparkContext.
     *
     * @param stream the running stream
     * @return what was received and could not be finished, in a few words
     * @throws InterruptedException if this thread is interrupted before Spark is stopped
     */
    public Optional<String> finish(JavaStreamingContext stream) throws InterruptedException {
        drained = drain.await(stream, failed);
        if (drained) {
            onDrained.run();
        }
        stopSpark(stream, !drained);
        return drain.missing();
    }

    /** {@return whether all that was received is finished, and only Spark itself has to be stopped} */
    public boolean isDrained() {
        return drained;
    }

    /**
     * Stops the stream and its SparkContext at once.
     *
     * @param stream the running stream
     */
    public void atOnce(JavaStreamingContext stream) {
        stopSpark(stream, false);
    }

    private void stopSpark(JavaStreamingContext stream, boolean gracefully) {
        patient.set(gracefully ? Thread.currentThread() : null);
        try {
            stream.stop(true, gracefully && !failed.getAsBoolean());
        } catch (Exception e) {
            // An interrupt, which Scala does not declare: a batch has failed meanwhile.
            patient.set(null);
            stream.stop(true, false);
        }
    }

    /** Called when the job has failed: Spark's graceful stop would wait for batches that never come. */
    public void hurry() {
        Thread waiting = patient.get();
        if (waiting != null) {
            waiting.interrupt();
        }
    }
}

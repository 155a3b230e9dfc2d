package io.github.ratingsstream.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.scheduler.JobScheduler;

/**
 * Knows when a stop is done in local mode, where driver and receiver share a JVM: as soon as every line received is
 * accounted for. Spark's graceful stop can't tell and waits for two more batches.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class Drain {

    private static final long LOOK_MILLIS = 50;

    private final boolean local;
    private final Duration patience;
    private final AtomicLong accounted = new AtomicLong();

    /** Where Spark has been idle for three batches and lines are still missing, it is left to Spark. */
    Drain(boolean local, Duration batchInterval) {
        this.local = local;
        this.patience = batchInterval.multipliedBy(3).plusSeconds(1);
    }

    synchronized void account(long lines) {
        accounted.addAndGet(lines);
        notifyAll();
    }

    /**
     * Stops receiving, and waits until all that was received is accounted for. False where that can't be told, or the
     * job has failed meanwhile: then a graceful stop of Spark's has to follow.
     */
    boolean await(JavaStreamingContext stream, BooleanSupplier failed) throws InterruptedException {
        JobScheduler scheduler = stream.ssc().scheduler();
        if (!local || scheduler.receiverTracker() == null) {
            return false;
        }
        scheduler.receiverTracker().stop(true);
        long idleSince = System.nanoTime();
        while (accounted.get() < TitleReceiver.received()) {
            boolean busy = scheduler.receiverTracker().hasUnallocatedBlocks()
                    || !scheduler.getPendingTimes().isEmpty();
            idleSince = busy ? System.nanoTime() : idleSince;
            if (failed.getAsBoolean() || System.nanoTime() - idleSince > patience.toNanos()) {
                return false;
            }
            pause();
        }
        return !failed.getAsBoolean();
    }

    /** Lines received that no batch has accounted for; 0 where that can't be told. */
    long missing() {
        return local ? TitleReceiver.received() - accounted.get() : 0;
    }

    private synchronized void pause() throws InterruptedException {
        wait(LOOK_MILLIS);
    }
}

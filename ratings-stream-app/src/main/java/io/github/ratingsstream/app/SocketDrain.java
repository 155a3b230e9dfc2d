package io.github.ratingsstream.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.scheduler.JobScheduler;

/**
 * Knows when a stop is done in local mode, where driver and receiver share a JVM: as soon as every line received is
 * accounted for. Spark's graceful stop can't tell and waits for two more batches.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class SocketDrain implements Drain {

    private final boolean countable;
    private final Duration patience;
    private final AtomicLong accounted = new AtomicLong();

    /** Where Spark has been idle for three batches and lines are still missing, it is left to Spark. */
    SocketDrain(boolean countable, Duration batchInterval) {
        this.countable = countable;
        this.patience = batchInterval.multipliedBy(3).plusSeconds(1);
    }

    @Override
    public synchronized void account(long lines) {
        accounted.addAndGet(lines);
        notifyAll();
    }

    @Override
    public boolean await(JavaStreamingContext stream, BooleanSupplier failed) throws InterruptedException {
        ReceiveRate.lift(stream);
        JobScheduler scheduler = stream.ssc().scheduler();
        if (!countable || scheduler.receiverTracker() == null) {
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

    /** Local mode knows the count of lines received. */
    @Override
    public Optional<String> missing() {
        long lines = countable ? TitleReceiver.received() - accounted.get() : 0;
        return lines <= 0 ? Optional.empty() : Optional.of("lines received that have no outcome: " + lines);
    }

    private synchronized void pause() throws InterruptedException {
        wait(LOOK_MILLIS);
    }
}

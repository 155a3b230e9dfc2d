package io.github.ratingsstream.core.source.socket;

import io.github.ratingsstream.core.source.Drain;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.scheduler.JobScheduler;

/**
 * Knows when a stop is done, if driver and receiver share a JVM: as soon as every line received is accounted for.
 * Spark's graceful stop can't tell, and waits for two more batches.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class SocketDrain implements Drain {

    private final Optional<ReceivedLines> received;
    private final Duration patience;
    private final AtomicLong accounted = new AtomicLong();

    private SocketDrain(Optional<ReceivedLines> received, Duration patience) {
        this.received = received;
        this.patience = patience;
    }

    /**
     * Compares the lines received with those accounted for. If they still differ after three idle batches, the stop is
     * left to Spark.
     */
    static SocketDrain counting(ReceivedLines received, Duration batchInterval) {
        return new SocketDrain(
                Optional.of(received), batchInterval.multipliedBy(3).plusSeconds(1));
    }

    /** For a receiver in another JVM, or lines that an earlier run received: Spark's graceful stop has to follow. */
    static SocketDrain leftToSpark() {
        return new SocketDrain(Optional.empty(), Duration.ZERO);
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
        if (received.isEmpty() || scheduler.receiverTracker() == null) {
            return false;
        }
        scheduler.receiverTracker().stop(true);
        long idleSince = System.nanoTime();
        while (accounted.get() < received.get().soFar()) {
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

    @Override
    public Optional<String> missing() {
        long lines = received.map(count -> count.soFar() - accounted.get()).orElse(0L);
        return lines <= 0 ? Optional.empty() : Optional.of("lines received that have no outcome: " + lines);
    }

    private synchronized void pause() throws InterruptedException {
        wait(LOOK_MILLIS);
    }
}

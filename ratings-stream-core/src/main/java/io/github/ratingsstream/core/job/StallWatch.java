package io.github.ratingsstream.core.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Ends a stop that gets no further. Spark's own stop would wait for ever: for executors that never come, or for a
 * reader that takes no more rows.
 */
public final class StallWatch extends SparkListener {

    private static final long LOOK_MILLIS = 100;

    private final LongSupplier writes;
    private final Duration patience;
    private final AtomicLong tasks = new AtomicLong();

    /**
     * A watch that has not begun. Add it to the SparkContext as a listener: it counts tasks that start and end.
     *
     * @param writes how much was printed so far
     * @param patience for how long nothing may move
     */
    public StallWatch(LongSupplier writes, Duration patience) {
        this.writes = writes;
        this.patience = patience;
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
        tasks.incrementAndGet();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        tasks.incrementAndGet();
    }

    /**
     * Watches in a thread of its own.
     *
     * @param delay how long the stop may take anyway
     * @param stopped ends the watch
     * @param onStall runs if no task has started or ended, and nothing was printed, for too long
     */
    public void begin(Duration delay, CountDownLatch stopped, Runnable onStall) {
        Thread watch = new Thread(() -> watch(delay, stopped, onStall), "stall-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch(Duration delay, CountDownLatch stopped, Runnable onStall) {
        try {
            boolean over = stopped.await(delay.toMillis(), TimeUnit.MILLISECONDS);
            if (!over && stalls(stopped)) {
                onStall.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stalls(CountDownLatch stopped) throws InterruptedException {
        long moved = moves();
        long since = System.nanoTime();
        while (!stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (moves() != moved) {
                moved = moves();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                return true;
            }
        }
        return false;
    }

    private long moves() {
        return tasks.get() + writes.getAsLong();
    }
}

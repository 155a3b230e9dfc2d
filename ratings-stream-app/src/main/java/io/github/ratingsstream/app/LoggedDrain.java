package io.github.ratingsstream.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.scheduler.JobScheduler;
import scala.collection.JavaConverters;

/**
 * A stop with a socket and the write-ahead log: what came before it is finished, and what comes while it lasts is in the log
 * for the next start. Spark's graceful stop closes the log first, and then waits in vain for what has come last.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class LoggedDrain implements Drain {

    /** A line is in a block after one interval, and the block in the log soon after. */
    private static final int BLOCK_INTERVALS = 2;

    private final Duration blockInterval;

    LoggedDrain(Duration blockInterval) {
        this.blockInterval = blockInterval;
    }

    @Override
    public void account(long lines) {
        // Spark's log knows.
    }

    @Override
    public boolean await(JavaStreamingContext stream, BooleanSupplier failed) throws InterruptedException {
        ReceiveRate.lift(stream);
        JobScheduler scheduler = stream.ssc().scheduler();
        if (scheduler.receiverTracker() == null) {
            return false;
        }
        long enough = System.currentTimeMillis() + BLOCK_INTERVALS * blockInterval.toMillis();
        Drain.until(() -> RunningJob.current().lastEnded() >= enough, failed);
        JobLogging.quietenClosedLog();
        scheduler.receiverTracker().stop(true);
        long closed = System.currentTimeMillis();
        boolean drained = Drain.until(() -> !hasBatchesUntil(scheduler, closed), failed);
        if (scheduler.receiverTracker().hasUnallocatedBlocks()) {
            Console.say("what came while the job stopped is in the checkpoint: the next start takes it first");
        }
        return drained;
    }

    private static boolean hasBatchesUntil(JobScheduler scheduler, long millis) {
        return JavaConverters.seqAsJavaList(scheduler.getPendingTimes()).stream()
                .anyMatch(batch -> batch.milliseconds() <= millis);
    }

    /** What has no outcome yet is in the log. */
    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }
}

package io.github.ratingsstream.core.source.socket;

import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.core.source.Drain;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.scheduler.JobScheduler;
import scala.collection.JavaConverters;

/**
 * A stop with a socket and the write-ahead log: lines received before the stop are finished, and those received during
 * it are in the log for the next start. Spark's graceful stop closes the log first, and then waits in vain for the last
 * lines.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class LoggedDrain implements Drain {

    /** A line is in a block after one interval, and the block in the log soon after. */
    private static final int BLOCK_INTERVALS = 2;

    private final Duration blockInterval;
    private final LongSupplier lastEnded;
    private final Runnable onClosingLog;
    private final Notices notices;

    /** The supplier of the time of the last batch that ended is called again and again; batches end in order. */
    LoggedDrain(Duration blockInterval, LongSupplier lastEnded, Runnable onClosingLog, Notices notices) {
        this.blockInterval = blockInterval;
        this.lastEnded = lastEnded;
        this.onClosingLog = onClosingLog;
        this.notices = notices;
    }

    @Override
    public void account(long lines) {
        // Nothing to count: Spark's log has the lines.
    }

    @Override
    public boolean await(JavaStreamingContext stream, BooleanSupplier failed) throws InterruptedException {
        ReceiveRate.lift(stream);
        JobScheduler scheduler = stream.ssc().scheduler();
        if (scheduler.receiverTracker() == null) {
            return false;
        }
        long enough = System.currentTimeMillis() + BLOCK_INTERVALS * blockInterval.toMillis();
        Drain.until(() -> lastEnded.getAsLong() >= enough, failed);
        onClosingLog.run();
        scheduler.receiverTracker().stop(true);
        long closed = System.currentTimeMillis();
        boolean drained = Drain.until(() -> !hasBatchesUntil(scheduler, closed), failed);
        if (scheduler.receiverTracker().hasUnallocatedBlocks()) {
            notices.say("what came while the job stopped is in the checkpoint: the next start takes it first");
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

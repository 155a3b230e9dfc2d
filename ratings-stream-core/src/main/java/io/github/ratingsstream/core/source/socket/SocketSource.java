package io.github.ratingsstream.core.source.socket;

import io.github.ratingsstream.core.source.Drain;
import io.github.ratingsstream.core.source.Source;
import java.time.Duration;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/**
 * Titles from a socket. What a stop has to finish depends on where the receiver runs, and on Spark's write-ahead log.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class SocketSource implements Source {

    private final TitleReceiver receiver;
    private final Drain drain;
    private final LongPredicate endsAfter;

    private SocketSource(TitleReceiver receiver, Drain drain, LongPredicate endsAfter) {
        this.receiver = receiver;
        this.drain = drain;
        this.endsAfter = endsAfter;
    }

    /**
     * For a local master, in a job that is not restored from a checkpoint: a stop is done when each line received is
     * accounted for.
     *
     * @param socket where titles come from
     * @param batchInterval the stream's batch interval
     * @return the source
     */
    public static SocketSource counted(TitleSocket socket, Duration batchInterval) {
        ReceivedLines received = new ReceivedLines();
        return new SocketSource(
                new TitleReceiver(socket, StorageLevel.MEMORY_AND_DISK_SER(), received),
                SocketDrain.counting(received, batchInterval),
                lines -> false);
    }

    /**
     * For jobs where lines can't be counted: a stop is Spark's graceful one.
     *
     * @param socket where titles come from
     * @param storage how Spark keeps what was received; a second copy makes sense if there is a second machine
     * @return the source
     */
    public static SocketSource uncounted(TitleSocket socket, StorageLevel storage) {
        return new SocketSource(
                new TitleReceiver(socket, storage, new ReceivedLines()), SocketDrain.leftToSpark(), lines -> false);
    }

    /**
     * With Spark's write-ahead log: a stop finishes the lines from before it, and those received meanwhile are in the
     * log.
     *
     * @param socket where titles come from
     * @param blockInterval Spark's block interval
     * @param lastEnded the time of the last batch that ended, in milliseconds since 1970
     * @param onClosingLog runs before the log is closed; from then on Spark warns of each batch it still makes
     * @return the source
     */
    public static SocketSource logged(
            TitleSocket socket, Duration blockInterval, LongSupplier lastEnded, Runnable onClosingLog) {
        return new SocketSource(
                new TitleReceiver(socket, StorageLevel.MEMORY_AND_DISK_SER(), new ReceivedLines()),
                new LoggedDrain(blockInterval, lastEnded, onClosingLog, socket.notices()),
                lines -> false);
    }

    /**
     * The same source, but one that comes to an end.
     *
     * @param last takes the number of lines a batch has accounted for, and says whether they were the last
     * @return a new source
     */
    public SocketSource endingAfter(LongPredicate last) {
        return new SocketSource(receiver, drain, last);
    }

    @Override
    public JavaDStream<String> titles(JavaStreamingContext context) {
        return context.receiverStream(receiver);
    }

    @Override
    public Drain drain() {
        return drain;
    }

    @Override
    public boolean endsAfter(long moreLines) {
        return endsAfter.test(moreLines);
    }
}

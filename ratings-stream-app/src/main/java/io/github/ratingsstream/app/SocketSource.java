package io.github.ratingsstream.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.LongPredicate;
import org.apache.spark.SparkConf;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** Titles from a socket: the user's, which has no last line, or the demo's. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class SocketSource implements Source {

    private final String host;
    private final int port;
    private final int maxLineLength;
    private final StorageLevel storage;
    private final LongPredicate countDown;
    private final Drain drain;

    private SocketSource(String host, int port, Options options, SparkConf conf, LongPredicate countDown) {
        this.host = host;
        this.port = port;
        this.maxLineLength = options.maxLineLength();
        // A second copy of each block only makes sense where there is a second machine, and no log.
        this.storage = SparkSettings.isLocal(conf) || SparkSettings.hasReceiverLog(conf)
                ? StorageLevel.MEMORY_AND_DISK_SER()
                : StorageLevel.MEMORY_AND_DISK_SER_2();
        this.countDown = countDown;
        this.drain = SparkSettings.hasReceiverLog(conf)
                ? new LoggedDrain(SparkSettings.blockInterval(conf))
                // Lines from before a restart would be counted as this run's.
                : new SocketDrain(
                        SparkSettings.isLocal(conf)
                                && options.folders().checkpoint().isEmpty(),
                        options.batchInterval());
    }

    /** The socket of the options. In local mode an unknown host is found out now. */
    static Source of(Options options, SparkConf conf) {
        try {
            InetAddress.getByName(options.host());
        } catch (UnknownHostException e) {
            String problem = "the host of --host is not known: " + options.host();
            if (SparkSettings.isLocal(conf)) {
                throw new UserError(problem);
            }
            Console.say(problem + " here; executors may know it");
        }
        return new SocketSource(options.host(), options.port(), options, conf, lines -> false);
    }

    static Source of(Demo demo, Options options, SparkConf conf) {
        return new SocketSource(demo.host(), demo.port(), options, conf, demo::done);
    }

    @Override
    public JavaDStream<String> titles(JavaStreamingContext context) {
        return context.receiverStream(new TitleReceiver(host, port, maxLineLength, storage));
    }

    @Override
    public Drain drain() {
        return drain;
    }

    @Override
    public boolean endsAfter(long moreLines) {
        return countDown.test(moreLines);
    }
}

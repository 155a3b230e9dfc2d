package io.github.ratingsstream.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.LongPredicate;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** Titles from a socket: the user's, which has no last line, or the demo's. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class SocketSource implements Source {

    private final String host;
    private final int port;
    private final int maxLineLength;
    private final boolean local;
    private final LongPredicate countDown;
    private final Drain drain;

    private SocketSource(String host, int port, Options options, boolean local, LongPredicate countDown) {
        this.host = host;
        this.port = port;
        this.maxLineLength = options.maxLineLength();
        this.local = local;
        this.countDown = countDown;
        this.drain = new SocketDrain(local, options.batchInterval());
    }

    /** The socket of the options. In local mode an unknown host is found out now. */
    static Source of(Options options, boolean local) {
        try {
            InetAddress.getByName(options.host());
        } catch (UnknownHostException e) {
            String problem = "the host of --host is not known: " + options.host();
            if (local) {
                throw new UserError(problem);
            }
            Console.say(problem + " here; executors may know it");
        }
        return new SocketSource(options.host(), options.port(), options, local, lines -> false);
    }

    static Source of(Demo demo, Options options) {
        return new SocketSource(demo.host(), demo.port(), options, true, demo::done);
    }

    @Override
    public JavaDStream<String> titles(JavaStreamingContext context) {
        // A second copy of each block only makes sense where there is a second machine.
        StorageLevel storage = local ? StorageLevel.MEMORY_AND_DISK_SER() : StorageLevel.MEMORY_AND_DISK_SER_2();
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

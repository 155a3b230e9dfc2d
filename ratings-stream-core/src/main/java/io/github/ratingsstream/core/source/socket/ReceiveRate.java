package io.github.ratingsstream.core.source.socket;

import org.apache.spark.SparkConf;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.dstream.ReceiverInputDStream;
import org.apache.spark.streaming.scheduler.ReceiverTracker;

/**
 * How fast lines are taken in: as fast as they are looked up, by Spark's backpressure, and never faster than a limit.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class ReceiveRate {

    /**
     * Lines a second. This limits the size of blocks, and so what has to fit in memory: a block while it is filled, a
     * partition while it is printed. Spark's limiter saves up the permits of one second, so after a pause a block may
     * hold a second's lines more.
     */
    private static final int MOST = 20_000;

    /** Lines a second for each call in flight: what an API that answers in 100 ms lets through. */
    private static final int UNTIL_MEASURED = 10;

    /** The floor of Spark's own estimate. */
    private static final int LEAST = 100;

    private ReceiveRate() {}

    /**
     * Completes Spark's settings, each only if the user has not set it.
     *
     * @param conf the settings
     * @param concurrency calls in flight
     */
    public static void complete(SparkConf conf, int concurrency) {
        conf.setIfMissing("spark.streaming.receiver.maxRate", String.valueOf(MOST));
        conf.setIfMissing("spark.streaming.backpressure.enabled", "true");
        // Not if backpressure is off: Spark would keep to the initial rate for ever.
        if (Boolean.parseBoolean(conf.get("spark.streaming.backpressure.enabled"))) {
            // The first estimate comes after two batches with lines. Until then lines must not pile up.
            int first = Math.max(LEAST, UNTIL_MEASURED * concurrency);
            conf.setIfMissing("spark.streaming.backpressure.initialRate", String.valueOf(first));
        }
    }

    /**
     * Lifts the limit before a stop, so that what has arrived is taken in at once, not at the pace of the lookups,
     * which would cut it off. A receiver tracker that is stopping sends no new rates, so nothing lowers this one.
     */
    static void lift(JavaStreamingContext context) {
        ReceiverTracker tracker = context.ssc().scheduler().receiverTracker();
        if (tracker != null) {
            for (ReceiverInputDStream<?> input : context.ssc().graph().getReceiverInputStreams()) {
                tracker.sendRateUpdate(input.id(), Long.MAX_VALUE);
            }
        }
    }
}

package io.github.ratingsstream.core.kit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.util.ManualClock;

/** A streaming job whose clock the test moves: batches of lines go in, results come out, nothing waits for time. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class StreamKit implements AutoCloseable {

    private static final long BATCH_MILLIS = 1_000;

    private final JavaStreamingContext context;
    private final Queue<JavaRDD<String>> batches = new ArrayDeque<>();
    private final List<Long> done = new CopyOnWriteArrayList<>();

    public StreamKit(String... confs) {
        SparkConf conf = new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.streaming.clock", ManualClock.class.getName());
        for (String setting : confs) {
            conf.set(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        context = new JavaStreamingContext(conf, Durations.milliseconds(BATCH_MILLIS));
    }

    /** The batches come in an hour, and not in 1970: for what compares them with the real clock. Call before {@link #run}. */
    public StreamKit inAnHour() {
        long hour = Duration.ofHours(1).toMillis();
        clock().setTime((System.currentTimeMillis() + hour) / BATCH_MILLIS * BATCH_MILLIS);
        return this;
    }

    private ManualClock clock() {
        return (ManualClock) context.ssc().scheduler().clock();
    }

    /** Adds a batch of lines in so many partitions. Call before {@link #lines}. */
    public StreamKit batch(int partitions, List<String> lines) {
        batches.add(context.sparkContext().parallelize(lines, partitions));
        return this;
    }

    public JavaSparkContext spark() {
        return context.sparkContext();
    }

    public JavaDStream<String> lines() {
        return context.queueStream(new ArrayDeque<>(batches), true);
    }

    /** Collects what each batch comes to. Call before {@link #run}. */
    public static <T> List<List<T>> collect(JavaDStream<T> stream) {
        List<List<T>> collected = new CopyOnWriteArrayList<>();
        stream.foreachRDD(rdd -> {
            collected.add(new ArrayList<>(rdd.collect()));
        });
        return collected;
    }

    /** Runs the batches one after another, until the last output of each is done. */
    public void run(JavaDStream<?> last) throws InterruptedException, TimeoutException {
        last.foreachRDD((rdd, time) -> {
            done.add(time.milliseconds());
        });
        context.start();
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        for (int batch = 1; batch <= batches.size(); batch++) {
            clock().advance(BATCH_MILLIS);
            while (done.size() < batch) {
                if (context.awaitTerminationOrTimeout(5)) {
                    throw new IllegalStateException("the stream ended early");
                }
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("batch " + batch + " did not end");
                }
            }
        }
    }

    @Override
    public void close() {
        context.stop(true, false);
    }
}

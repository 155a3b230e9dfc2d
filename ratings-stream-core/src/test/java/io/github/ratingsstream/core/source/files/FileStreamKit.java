package io.github.ratingsstream.core.source.files;

import io.github.ratingsstream.core.kit.LocalSpark;
import io.github.ratingsstream.core.source.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.util.ManualClock;

/** A streaming job whose clock the test moves, and the lines of each of its batches. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class FileStreamKit implements AutoCloseable {

    /** By this clock a file just written is old, and so is taken at first sight. */
    static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

    private final JavaStreamingContext context;
    private final Duration batchInterval;
    private final List<List<List<String>>> batches = new CopyOnWriteArrayList<>();

    FileStreamKit(Source source) {
        this(source, Duration.ofSeconds(1));
    }

    FileStreamKit(Source source, Duration batchInterval) {
        this.batchInterval = batchInterval;
        SparkConf conf = LocalSpark.conf().set("spark.streaming.clock", ManualClock.class.getName());
        context = new JavaStreamingContext(conf, Durations.milliseconds(batchInterval.toMillis()));
        JavaDStream<String> lines = source.titles(context);
        lines.foreachRDD(rdd -> {
            batches.add(List.copyOf(rdd.glom().collect()));
        });
        context.start();
    }

    JavaStreamingContext context() {
        return context;
    }

    /** Runs one batch, and gives its lines by partition. */
    List<List<String>> nextBatch() throws InterruptedException, TimeoutException {
        return batchesOfAJump(batchInterval).get(0);
    }

    /** Moves the clock, and gives the batches that come of it. */
    List<List<List<String>>> batchesOfAJump(Duration jump) throws InterruptedException, TimeoutException {
        int before = batches.size();
        int expected = before + (int) jump.dividedBy(batchInterval);
        ((ManualClock) context.ssc().scheduler().clock()).advance(jump.toMillis());
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (batches.size() < expected
                || !context.ssc().scheduler().getPendingTimes().isEmpty()) {
            if (context.awaitTerminationOrTimeout(5)) {
                throw new IllegalStateException("the stream ended early");
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the batch did not end");
            }
        }
        return List.copyOf(batches.subList(before, expected));
    }

    @Override
    public void close() {
        context.stop(true, false);
    }
}

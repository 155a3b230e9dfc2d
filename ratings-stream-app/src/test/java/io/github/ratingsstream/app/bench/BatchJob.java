package io.github.ratingsstream.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.rdd.RDD;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.util.ManualClock;
import scala.collection.JavaConverters;
import scala.collection.mutable.Queue;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** A streaming job in local[2] with several pipelines, which are given batches in turns and timed. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class BatchJob implements AutoCloseable {

    /** As many as a receiver makes in ten seconds, one every 200 ms. */
    private static final int BLOCKS = 50;

    private static final long BATCH_MILLIS = 10_000;
    private static final ClassTag<String> LINES = ClassTag$.MODULE$.apply(String.class);

    /** Static, as a receiver's blocks are the JVM's: a partition says where its lines are, and does not carry them. */
    private static volatile List<String> blocks = List.of();

    private final JavaStreamingContext context;
    private final List<Queue<RDD<String>>> inputs = new ArrayList<>();
    private final Semaphore done = new Semaphore(0);

    BatchJob(List<Consumer<JavaDStream<String>>> pipelines) {
        SparkConf conf = new SparkConf(false)
                .setMaster("local[2]")
                .setAppName("benchmark")
                .set("spark.ui.enabled", "false")
                .set("spark.streaming.clock", ManualClock.class.getName());
        context = new JavaStreamingContext(conf, Durations.milliseconds(BATCH_MILLIS));
        pipelines.forEach(pipeline -> pipeline.accept(input()));
        // Output operations of a batch run one after another: this one is the last.
        input().foreachRDD(rdd -> {
            done.release();
        });
        context.start();
    }

    private JavaDStream<String> input() {
        Queue<RDD<String>> batches = new Queue<>();
        inputs.add(batches);
        return JavaDStream.fromDStream(context.ssc().queueStream(batches, true, LINES), LINES);
    }

    /** Seconds from the batch's start until its last output is done. */
    double seconds(int pipeline, List<String> lines) throws InterruptedException {
        blocks = lines;
        int size = (lines.size() + BLOCKS - 1) / BLOCKS;
        List<Integer> starts =
                IntStream.range(0, BLOCKS).mapToObj(block -> block * size).toList();
        RDD<String> batch = context.sparkContext()
                .parallelize(starts, BLOCKS)
                .flatMap(from -> blocks.subList(from, Math.min(from + size, blocks.size()))
                        .iterator())
                .rdd();
        synchronized (inputs.get(pipeline)) {
            inputs.get(pipeline).enqueue(JavaConverters.asScalaBuffer(List.of(batch)));
        }
        long start = System.nanoTime();
        ((ManualClock) context.ssc().scheduler().clock()).advance(BATCH_MILLIS);
        done.acquire();
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        context.stop(true, false);
    }
}

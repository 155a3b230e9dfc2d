package io.github.ratingsstream.app;

import io.github.ratingsstream.app.bench.Pipelines;
import io.github.ratingsstream.app.options.CommandLineOptions;
import io.github.ratingsstream.app.options.Options;
import io.github.ratingsstream.core.lookup.LookUpTitles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.scheduler.BatchInfo;
import org.apache.spark.streaming.scheduler.StreamingListener;
import org.apache.spark.streaming.scheduler.StreamingListenerBatchCompleted;

/** The job with its receiver and the app's own settings, in local[2], with batches of a second; lines go in on a socket. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class LiveJob implements AutoCloseable {

    private final JavaStreamingContext context;
    private final ServerSocket server;
    private final Socket socket;

    public LiveJob(URI omdb, int calls, PrintStream out, Consumer<BatchInfo> onBatch) throws IOException {
        SparkConf conf = new SparkConf(false).setMaster("local[2]").set("spark.ui.enabled", "false");
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Options options = new CommandLineOptions(conf)
                .read("--concurrency", String.valueOf(calls), "--port", String.valueOf(server.getLocalPort()))
                .orElseThrow();
        context = new JavaStreamingContext(SparkSettings.complete(conf, options), Durations.seconds(1));
        JavaDStream<String> titles = Sources.of(options, conf, Optional.empty()).titles(context);
        Pipelines.outputs(
                LookUpTitles.with(Pipelines.lookup(omdb, calls))
                        .concurrency(calls)
                        .in(titles),
                out);
        context.ssc().addStreamingListener(new StreamingListener() {
            @Override
            public void onBatchCompleted(StreamingListenerBatchCompleted batch) {
                onBatch.accept(batch.batchInfo());
            }
        });
        context.start();
        socket = server.accept();
        socket.setTcpNoDelay(true);
    }

    public OutputStream lines() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        context.stop(true, false);
        socket.close();
        server.close();
    }
}

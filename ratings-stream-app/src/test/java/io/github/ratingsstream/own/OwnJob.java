package io.github.ratingsstream.own;

import io.github.ratingsstream.core.executor.ClientSettings;
import io.github.ratingsstream.core.executor.OmdbOnExecutors;
import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.lookup.LookUpTitles;
import io.github.ratingsstream.core.lookup.RatingLookup;
import io.github.ratingsstream.core.output.OutputFolder;
import io.github.ratingsstream.core.source.Source;
import io.github.ratingsstream.core.source.socket.SocketSource;
import io.github.ratingsstream.core.source.socket.TitleSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** A job that is not ours, made of core's pieces: in a package of its own, so that it reaches what anybody does. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class OwnJob {

    private OwnJob() {}

    /** Takes the file with the key, OMDb's address, the socket's host and port, and the folder for the records. */
    public static void main(String[] args) throws Exception {
        String key = Files.readString(Path.of(args[0]));
        String omdbUrl = args[1];
        String host = args[2];
        int port = Integer.parseInt(args[3]);
        String folder = args[4];
        ClientSettings settings = client -> client.baseUrl(URI.create(omdbUrl));
        SparkConf conf = new SparkConf();
        // begin executors
        OmdbOnExecutors executors = OmdbOnExecutors.withKey(key).addTo(conf);
        JavaStreamingContext context = new JavaStreamingContext(conf, Durations.seconds(1));
        RatingLookup omdb = executors.lookup(settings);
        // end executors
        // begin socket
        TitleSocket socket = new TitleSocket(host, port, 1_000, line -> System.err.println(line));
        Source source = SocketSource.uncounted(socket, StorageLevel.MEMORY_AND_DISK_SER());
        OutputFolder output = OutputFolder.open(new GivenFolder("the output", folder));
        LookUpTitles.with(omdb)
                .in(source.titles(context))
                .foreachRDD((results, time) -> output.write(results, time.milliseconds()));
        // end socket
        context.start();
        context.awaitTermination();
    }
}

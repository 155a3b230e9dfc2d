package io.github.ratingsstream.core.source;

import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** Where titles come from. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public interface Source {

    /**
     * Adds its lines to a streaming context.
     *
     * @param context not started yet
     * @return the stream of its lines
     */
    JavaDStream<String> titles(JavaStreamingContext context);

    /** {@return what a stop has to finish} */
    Drain drain();

    /** Called when the stream comes back from a checkpoint: first its batches of the time the job was down run. */
    default void restoring() {
        // Most have nothing to do.
    }

    /** Called when the stream has come back and started: from now on its batches are new ones. */
    default void goOn() {
        // Most have nothing to do.
    }

    /**
     * Takes note of lines that are done.
     *
     * @param moreLines how many, since it was last called
     * @return whether they were the last of all
     */
    default boolean endsAfter(long moreLines) {
        return false;
    }
}

package io.github.ratingsstream.core.source;

import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** Where titles come from. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public interface Source {

    /**
     * Adds its lines to a streaming context.
     *
     * @param context a context that is not started yet
     * @return the stream of its lines
     */
    JavaDStream<String> titles(JavaStreamingContext context);

    /** {@return what a stop has to finish} */
    Drain drain();

    /**
     * Called when the stream is restored from a checkpoint: its first batches are those of the time the job was down.
     */
    default void restoring() {
        // Most sources have nothing to do.
    }

    /** Called when the restored stream has started: from now on its batches are new ones. */
    default void goOn() {
        // Most sources have nothing to do.
    }

    /**
     * Notes that lines are done.
     *
     * @param moreLines how many since the last call
     * @return whether they were the last lines of all
     */
    default boolean endsAfter(long moreLines) {
        return false;
    }
}

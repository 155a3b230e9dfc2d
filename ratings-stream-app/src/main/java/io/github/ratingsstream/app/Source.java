package io.github.ratingsstream.app;

import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** Where titles come from. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
interface Source {

    /** Its lines, as a stream of the context. */
    JavaDStream<String> titles(JavaStreamingContext context);

    /** What a stop has to finish. */
    Drain drain();

    /** The stream comes back from a checkpoint. */
    default void restoring() {
        // Most have nothing to do.
    }

    /** It has come back, and from now on its batches are new ones. */
    default void goOn() {
        // Most have nothing to do.
    }

    /** Takes the count of lines done, and says whether those were the last. */
    default boolean endsAfter(long moreLines) {
        return false;
    }
}

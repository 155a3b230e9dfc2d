package io.github.ratingsstream.app;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** Knows when a stop is done: as soon as everything taken in is accounted for. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
interface Drain {

    /** How often a wait looks whether it is over. */
    long LOOK_MILLIS = 50;

    /** A batch's lines have their outcome. */
    void account(long lines);

    /**
     * Takes nothing more in, and waits until all that was taken in is accounted for. False where that can't be told, or
     * the job has failed meanwhile: then a graceful stop of Spark's has to follow.
     */
    boolean await(JavaStreamingContext stream, BooleanSupplier failed) throws InterruptedException;

    /** Looks now and then until it is done. False if the job has failed, also meanwhile. */
    static boolean until(BooleanSupplier done, BooleanSupplier failed) throws InterruptedException {
        while (!done.getAsBoolean() && !failed.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return !failed.getAsBoolean();
    }

    /** What no batch has accounted for, in a few words; nothing where all is, or where that can't be told. */
    Optional<String> missing();
}

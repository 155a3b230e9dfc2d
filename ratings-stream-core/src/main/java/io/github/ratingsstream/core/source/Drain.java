package io.github.ratingsstream.core.source;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** Knows when a stop is done: as soon as everything taken in is accounted for. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public interface Drain {

    /** In milliseconds: how often a wait checks whether it is over. */
    long LOOK_MILLIS = 50;

    /**
     * Notes that lines of a batch have their outcome.
     *
     * @param lines how many
     */
    void account(long lines);

    /**
     * Stops taking lines in, and waits until all that were taken in are accounted for.
     *
     * @param stream the running stream
     * @param failed whether the job has failed meanwhile
     * @return false if that can't be known, or the job has failed: then Spark's graceful stop has to follow
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    boolean await(JavaStreamingContext stream, BooleanSupplier failed) throws InterruptedException;

    /**
     * Waits, checking now and then.
     *
     * @param done whether the wait is over
     * @param failed whether the job has failed: that ends the wait too
     * @return whether the job has not failed
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    static boolean until(BooleanSupplier done, BooleanSupplier failed) throws InterruptedException {
        while (!done.getAsBoolean() && !failed.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return !failed.getAsBoolean();
    }

    /**
     * What was taken in and is not accounted for.
     *
     * @return a few words; empty if everything is accounted for, or if that can't be known
     */
    Optional<String> missing();
}

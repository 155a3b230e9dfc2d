package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.OmdbException.Reason;
import java.util.concurrent.CompletableFuture;

/** One caller's place on a {@link Flight}. Cancelling the result gives it up. */
record Waiter<T>(CompletableFuture<OmdbAnswer<T>> result, Flight<T> flight) {

    /** Gives the place up, and says so. */
    OmdbException stop(String why) {
        OmdbException stopped = new OmdbException(Reason.STOPPING, true, why).withCalls(flight.callsOfTheLast());
        result.completeExceptionally(stopped);
        return stopped;
    }
}

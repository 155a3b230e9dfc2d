package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One caller's place on a {@link Flight}. Cancelling the result gives up the place. */
public record Waiter<T>(CompletableFuture<OmdbAnswer<T>> result, Flight<T> flight) {

    /** Waits for the answer. A thread that is interrupted gives up its place and stays interrupted. */
    public OmdbAnswer<T> await() {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stop("interrupted while waiting for OMDb");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof OmdbException omdb ? omdb : new IllegalStateException(e.getCause());
        }
    }

    /** Gives up the place; whoever waits for the result gets the same failure. */
    private OmdbException stop(String why) {
        OmdbException stopped = new OmdbException(Reason.STOPPING, true, why).withCalls(flight.callsOfTheLast());
        result.completeExceptionally(stopped);
        return stopped;
    }
}

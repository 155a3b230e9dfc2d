package io.github.ratingsstream.omdb.internal.http;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** One HTTP attempt. */
public interface Transport extends AutoCloseable {

    /**
     * Sends one GET. The future fails with {@link io.github.ratingsstream.omdb.answer.OmdbException} and nothing else;
     * cancelling it cancels the exchange.
     */
    CompletableFuture<RawAnswer> get(URI uri);

    /** Cuts off what is in flight. */
    @Override
    void close();
}

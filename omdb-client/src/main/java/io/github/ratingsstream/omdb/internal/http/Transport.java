package io.github.ratingsstream.omdb.internal.http;

import io.github.ratingsstream.omdb.answer.OmdbException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** One HTTP attempt. */
public interface Transport extends AutoCloseable {

    /**
     * Sends one GET; the key is added on the way. It may block, as the library looks up names on the caller's
     * thread. The
     * future fails with {@link OmdbException} and nothing else; cancelling it cancels the exchange. Whoever waits for
     * it sets the limit.
     */
    CompletableFuture<RawAnswer> get(URI uri);

    /** The failure of an exchange that took longer than an attempt may. */
    OmdbException tooSlow();

    /** Cuts off what is in flight. */
    @Override
    void close();
}

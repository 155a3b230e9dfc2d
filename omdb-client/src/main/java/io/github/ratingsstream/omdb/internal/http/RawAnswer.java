package io.github.ratingsstream.omdb.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came over the wire: a status, a body of bounded size, how long the server asks to wait, and whether a cache on
 * the way gave it, so that it says nothing of now.
 */
public record RawAnswer(int status, String body, @Nullable Duration retryAfter, boolean cached) {

    public RawAnswer(int status, String body) {
        this(status, body, null, false);
    }
}

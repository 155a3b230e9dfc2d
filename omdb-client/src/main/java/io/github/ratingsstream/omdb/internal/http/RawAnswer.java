package io.github.ratingsstream.omdb.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came over the wire: a status, a body of bounded size, and how long the server asks to wait. */
public record RawAnswer(int status, String body, @Nullable Duration retryAfter) {

    public RawAnswer(int status, String body) {
        this(status, body, null);
    }
}

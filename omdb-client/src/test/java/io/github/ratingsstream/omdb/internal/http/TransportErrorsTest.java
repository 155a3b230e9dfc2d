package io.github.ratingsstream.omdb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.settings.ApiKey;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransportErrorsTest {

    private final TransportErrors errors = new TransportErrors(
            new ApiKey("any"), URI.create("https://www.omdbapi.com/"), Duration.ofSeconds(1), () -> false);

    /** HTTP/2's own timeout may come a moment before ours. It has no type that says so. */
    @Test
    void silenceIsATimeoutWhoeverNoticesItFirst() {
        IOException http2 = new IOException("Timeout due to inactivity (1 SECONDS)");
        IOException http1 = new SocketTimeoutException("1 SECONDS");

        assertThat(errors.translate(http2).reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(errors.translate(http1).reason()).isEqualTo(Reason.TIMEOUT);
    }
}

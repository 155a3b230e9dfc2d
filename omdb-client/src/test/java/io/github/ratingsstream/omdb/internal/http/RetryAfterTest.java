package io.github.ratingsstream.omdb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    @Test
    void retryAfterMayBeADate() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

        assertThat(RetryAfter.parse("Mon, 23 Nov 2026 10:00:07 GMT", clock)).isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse("Monday, 23-Nov-26 10:00:07 GMT", clock)).isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse("Mon, 23 Nov 2026 09:00:00 GMT", clock)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.parse(" 30 ", clock)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("soon", clock)).isNull();
        assertThat(RetryAfter.parse("", clock)).isNull();
    }
}

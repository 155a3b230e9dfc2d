package io.github.ratingsstream.omdb.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as JDBC takes them. */
final class SqlTime {

    private SqlTime() {}

    static long micros(Duration time) {
        return time.dividedBy(ChronoUnit.MICROS.getDuration());
    }

    /** Truncated to what a column holds: PostgreSQL would round, and an instant could lie in the future. */
    static OffsetDateTime of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.settings.BackOff;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When a lookup goes on that could not end at once. */
record Pauses(int retries, BackOff backOff) {

    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    /**
     * How long to wait before the next attempt: exponential with jitter, and never shorter than the server asks for.
     * Nothing if there is to be none: the fault is a lasting one, the retries are used up, or the lookup's time would
     * be over.
     */
    Optional<Duration> beforeRetry(OmdbException failure, int failures, Duration timeLeft) {
        boolean passes = failure.retryable() && failure.wasSent() && failure.reason() != Reason.DAILY_LIMIT;
        if (!passes || failures > retries) {
            return Optional.empty();
        }
        double jitter = ThreadLocalRandom.current().nextDouble(0.5, 1.5);
        Duration jittered = Duration.ofNanos((long) (backOff.after(failures).toNanos() * jitter));
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        return Optional.of(jittered.compareTo(asked) > 0 ? jittered : asked)
                .filter(pause -> pause.compareTo(timeLeft) < 0);
    }

    /** How long to wait before the store is asked again whether somebody else has got the answer. */
    Duration beforeLook(int looks) {
        Duration doubled = FIRST_LOOK.multipliedBy(1L << Math.min(looks - 1, 10));
        return doubled.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : doubled;
    }
}

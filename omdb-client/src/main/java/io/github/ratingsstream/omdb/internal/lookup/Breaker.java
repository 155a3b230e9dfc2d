package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.Gate;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spares an OMDb that doesn't answer, and the lookups that would wait for it: after a number of lookups in a row
 * without any answer, only one attempt per pause goes out. Whatever OMDb says, even a refusal, is an answer.
 */
final class Breaker {

    static final int LOOKUPS = 20;
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final AtomicInteger unanswered = new AtomicInteger();
    private final Gate gate;

    Breaker(Clock clock) {
        this.gate = new Gate(clock, PAUSE);
    }

    /** Fails lookups that need not even wait in line. */
    void check() {
        if (gate.isBarred()) {
            throw refusal();
        }
    }

    /** Called right before a call. */
    void pass() {
        if (!gate.admits()) {
            throw refusal();
        }
    }

    void answered() {
        unanswered.set(0);
        gate.open();
    }

    void failed(OmdbException failure) {
        if (!failure.wasSent() || failure.reason() == Reason.STOPPING) {
            return;
        }
        if (failure.reason() != Reason.UNAVAILABLE && failure.reason() != Reason.TIMEOUT) {
            answered();
        } else if (unanswered.incrementAndGet() >= LOOKUPS) {
            gate.shut();
        }
    }

    private static OmdbException refusal() {
        return new OmdbException(
                        Reason.UNAVAILABLE,
                        true,
                        "OMDb left the last " + LOOKUPS + " lookups without an answer; it is tried once every "
                                + PAUSE.toSeconds() + " s")
                .unsent();
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.Gate;
import java.time.Clock;
import java.time.Duration;

/**
 * Spares an OMDb that doesn't answer, or asks for a pause, and the lookups that would wait for it. Whatever OMDb says,
 * even a refusal, is an answer.
 */
final class Brake {

    /** So many lookups in a row without any answer are an outage. */
    static final int LOOKUPS = 20;

    /** In an outage one attempt goes out per pause. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** A server that asks for more is tried after this. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** How long the one that goes out after a pause is waited for. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Gate gate;
    private String why = "";
    private int unanswered;
    private long pausedUntil = System.nanoTime();
    private boolean paused;

    Brake(Clock clock) {
        this.gate = new Gate(clock, PAUSE);
    }

    /**
     * Lets an attempt through, or says how long it has to wait for OMDb's pause to end.
     *
     * @throws OmdbException if none may go out before the lookup's time is over
     */
    synchronized Duration pass(Duration timeLeft) {
        if (!gate.admits()) {
            throw refused(why + "; one call is tried every " + PAUSE.toSeconds() + " s", gate.untilDue());
        }
        if (!paused) {
            return Duration.ZERO;
        }
        Duration left = Duration.ofNanos(pausedUntil - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            // One goes out to see, and the others wait a moment for what it comes to.
            pausedUntil = System.nanoTime() + MOMENT.toNanos();
            return Duration.ZERO;
        }
        if (left.compareTo(timeLeft) >= 0) {
            throw refused("OMDb asked to wait another " + Math.max(1, left.toSeconds()) + " s", left);
        }
        return left;
    }

    private static OmdbException refused(String message, Duration wait) {
        return new OmdbException(Reason.UNAVAILABLE, true, message)
                .withRetryAfter(wait)
                .unsent();
    }

    /** OMDb has answered an attempt. */
    synchronized void answered() {
        unanswered = 0;
        paused = false;
        gate.open();
    }

    /** Heeds what an attempt failed with: a server that asks for a pause asks it of the whole client. */
    synchronized void attemptFailed(OmdbException failure) {
        failure.retryAfter().filter(wait -> failure.wasSent()).ifPresent(wait -> {
            Duration pause = wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
            long until = System.nanoTime() + pause.toNanos();
            pausedUntil = !paused || until - pausedUntil > 0 ? until : pausedUntil;
            paused = true;
        });
    }

    /** Counts a lookup that ended without an answer. */
    synchronized void failed(OmdbException failure) {
        if (!failure.wasSent() || failure.reason() == Reason.STOPPING) {
            return;
        }
        if (failure.reason() != Reason.UNAVAILABLE && failure.reason() != Reason.TIMEOUT) {
            answered();
        } else if (++unanswered >= LOOKUPS) {
            shut("OMDb left the last " + LOOKUPS + " lookups without an answer");
        }
    }

    /** Stops all calls but one per pause. */
    synchronized void shut(String reason) {
        if (gate.shut()) {
            why = reason;
        }
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.Gate;
import java.time.Clock;
import java.time.Duration;

/**
 * Spares OMDb the lookups of a key it refuses: for a while they end as the last one did, without a call. One per pause
 * goes out, as the key may have been activated meanwhile.
 *
 * <p>A cache on the way may repeat an old refusal for one URL, and not every cache says so. So after an answer, a
 * single refusal does not count against the key, only a second one in a row.
 */
final class RefusedKey {

    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int IN_A_ROW_AFTER_AN_ANSWER = 2;

    private final Gate gate;
    private int refusalsBelieved = 1;
    private int inARow;
    private volatile OmdbException last = new OmdbException(Reason.REFUSED_KEY, false, "OMDb refuses the API key");

    RefusedKey(Clock clock) {
        this.gate = new Gate(clock, PAUSE);
    }

    /** Called right before a call. */
    void pass() {
        if (!gate.admits()) {
            throw last.withRetryAfter(gate.untilDue()).unsent();
        }
    }

    synchronized void accepted() {
        refusalsBelieved = IN_A_ROW_AFTER_AN_ANSWER;
        inARow = 0;
        gate.open();
    }

    /** Of other failures, only a spent daily limit says something about the key: OMDb accepts it. */
    synchronized void failed(OmdbException failure) {
        if (failure.reason() == Reason.DAILY_LIMIT) {
            accepted();
        } else if (failure.reason() == Reason.REFUSED_KEY) {
            last = failure;
            inARow++;
            if (inARow >= refusalsBelieved) {
                gate.shut();
            }
        }
    }
}

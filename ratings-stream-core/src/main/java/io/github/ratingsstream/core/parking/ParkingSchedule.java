package io.github.ratingsstream.core.parking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When parked titles are asked for again. First a single one, to see whether OMDb answers: at the start, then every 15
 * minutes while the quota is spent, every 10 s while OMDb is down, and when the UTC day changes. Once OMDb answers, the
 * rest follow.
 *
 * <p>Thread-safe.
 */
final class ParkingSchedule {

    static final Duration WHILE_SPENT = Duration.ofMinutes(15);
    static final Duration WHILE_DOWN = Duration.ofSeconds(10);

    private final Clock clock;
    private boolean open;
    private Instant next;
    private LocalDate day;

    ParkingSchedule(Clock clock) {
        this.clock = clock;
        this.next = clock.instant();
        this.day = today();
    }

    /** How many may be asked for now: none, one, or as many as the batch may have. */
    synchronized int due(int most) {
        Instant now = clock.instant();
        // A clock that was set back must not make titles wait for a day.
        if (!day.equals(today()) || next.isAfter(now.plus(WHILE_SPENT))) {
            day = today();
            next = now;
        }
        if (open) {
            return most;
        }
        return next.isAfter(now) ? 0 : 1;
    }

    /**
     * A batch is done.
     *
     * @param answered whether OMDb had an answer for at least one of its titles
     * @param spent whether at least one could not be asked for because of the quota
     * @param down whether at least one had no answer
     */
    synchronized void after(boolean answered, boolean spent, boolean down) {
        if (answered && !spent) {
            open = true;
        } else if (spent || down) {
            open = false;
            // If the batch had answers too, it is unknown which came last. The client knows, and asking it costs no
            // call.
            next = clock.instant().plus(spent && !answered ? WHILE_SPENT : WHILE_DOWN);
        }
    }

    /** Called when the store can't be used. */
    synchronized void storeFailed() {
        open = false;
        next = clock.instant().plus(WHILE_DOWN);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

package io.github.ratingsstream.omdb.internal.async;

import java.time.Clock;
import java.time.Duration;

/**
 * Open until it is shut after a failure; then lets one caller through per pause, to see whether the trouble is over.
 */
public final class Gate {

    private final Clock clock;
    private final long pauseMillis;
    private volatile boolean shut;
    private long lastTry;

    public Gate(Clock clock, Duration pause) {
        this.clock = clock;
        this.pauseMillis = pause.toMillis();
    }

    /** True if it was open: only the first failure starts the pause. */
    public synchronized boolean shut() {
        boolean wasOpen = !shut;
        if (wasOpen) {
            shut = true;
            lastTry = clock.millis();
        }
        return wasOpen;
    }

    /** True if it was shut. */
    public synchronized boolean open() {
        boolean wasShut = shut;
        shut = false;
        return wasShut;
    }

    /** Whether the caller may go through. While the gate is shut, one caller per pause may. */
    public boolean admits() {
        return !shut || takesTry();
    }

    private synchronized boolean takesTry() {
        boolean mine = !shut || isDue();
        if (mine) {
            lastTry = clock.millis();
        }
        return mine;
    }

    /** How long until the next caller may go through: zero if one may now. */
    public synchronized Duration untilDue() {
        return !shut || isDue() ? Duration.ZERO : Duration.ofMillis(lastTry + pauseMillis - clock.millis());
    }

    /** A clock that was set back must not bar the gate for ever. */
    private synchronized boolean isDue() {
        long since = clock.millis() - lastTry;
        return since >= pauseMillis || since < 0;
    }
}

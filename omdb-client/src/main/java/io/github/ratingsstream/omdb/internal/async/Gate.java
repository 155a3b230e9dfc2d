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

    /** Whether nobody gets through now. Asking does not count as a try. */
    public boolean isBarred() {
        return shut && !isDue();
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

    /** A clock that was set back must not bar the gate for ever. */
    private synchronized boolean isDue() {
        long since = clock.millis() - lastTry;
        return since >= pauseMillis || since < 0;
    }
}

package io.github.ratingsstream.omdb.simulator;

import java.time.Duration;
import java.util.Random;

/** How long each answer takes. */
final class SimulatedLatency {

    private final long shortest;
    private final long longest;
    private final Random random;

    SimulatedLatency(Duration shortest, Duration longest, long seed) {
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.random = new Random(seed);
    }

    long nextNanos() {
        return shortest == longest ? shortest : shortest + (long) (random.nextDouble() * (longest - shortest));
    }
}

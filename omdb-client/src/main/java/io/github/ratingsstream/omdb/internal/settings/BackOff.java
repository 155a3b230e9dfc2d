package io.github.ratingsstream.omdb.internal.settings;

import java.time.Duration;

/** The pauses between the attempts of a lookup: each twice as long as the one before, up to the longest. */
public record BackOff(Duration first, Duration longest) {

    public BackOff {
        Ranges.time("backOff", first);
        Ranges.time("backOff", longest);
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("backOff: the longest pause must be at least as long as the first");
        }
    }

    /** The pause after this many failed attempts, 1 or more. */
    public Duration after(int attempts) {
        Duration doubled = first.multipliedBy(1L << (attempts - 1));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}

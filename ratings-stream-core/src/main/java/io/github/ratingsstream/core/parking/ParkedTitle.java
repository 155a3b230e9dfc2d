package io.github.ratingsstream.core.parking;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line that waits until OMDb can be asked for it. A class, because Kryo 4 can't serialise a record. */
final class ParkedTitle implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** Reasons that may pass by themselves. */
    private static final Set<Reason> PASSING =
            EnumSet.of(Reason.DAILY_LIMIT, Reason.UNAVAILABLE, Reason.TIMEOUT, Reason.STOPPING);

    /** Reasons that say nothing about a title that was asked for again. */
    private static final Set<Reason> NO_ANSWER = EnumSet.of(Reason.STORE_DOWN, Reason.REFUSED_KEY);

    private final long arrivedMillis;
    private final long place;
    private final String line;
    private final int asks;
    private final boolean lastChance;

    ParkedTitle(long arrivedMillis, long place, String line, int asks, boolean lastChance) {
        this.arrivedMillis = arrivedMillis;
        this.place = place;
        this.line = line;
        this.asks = asks;
        this.lastChance = lastChance;
    }

    /** Whether a line just received, with this result, is to be asked for later. */
    static boolean isFor(LookupResult result) {
        return result.outcome() == Outcome.FAILED
                && result.arrivedTime().isEmpty()
                && result.reason().filter(PASSING::contains).isPresent();
    }

    /** Whether OMDb was asked and had no answer: that may be the title's own fault. */
    static boolean isUnanswered(LookupResult result) {
        return result.calls() > 0
                && result.reason()
                        .filter(reason -> reason == Reason.UNAVAILABLE || reason == Reason.TIMEOUT)
                        .isPresent();
    }

    /** What asking again has led to: still waiting, or the final result. */
    LookupResult askedAgain(LookupResult result) {
        LookupResult mine = result.arrivedAt(Instant.ofEpochMilli(arrivedMillis));
        boolean waits = result.reason()
                .filter(reason -> PASSING.contains(reason) || NO_ANSWER.contains(reason))
                .isPresent();
        return waits && !(lastChance && isUnanswered(result)) ? mine.parked() : mine;
    }

    /** The time of the batch it arrived in. */
    long arrivedMillis() {
        return arrivedMillis;
    }

    /** Its position in that batch: a number that grows with the lines. */
    long place() {
        return place;
    }

    String line() {
        return line;
    }

    /** Whether it is given up if OMDb has no answer once more. */
    boolean lastChance() {
        return lastChance;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParkedTitle that
                && arrivedMillis == that.arrivedMillis
                && place == that.place
                && line.equals(that.line)
                && asks == that.asks
                && lastChance == that.lastChance;
    }

    @Override
    public int hashCode() {
        return Objects.hash(arrivedMillis, place, line);
    }

    @Override
    public String toString() {
        return line + " (" + arrivedMillis + "/" + place + ", asked again " + asks + (lastChance ? ", last)" : ")");
    }
}

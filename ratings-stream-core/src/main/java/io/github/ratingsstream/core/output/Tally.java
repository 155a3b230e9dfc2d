package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What became of the lines of a partition or a batch. Counted from the results, so a task that runs twice counts once.
 */
public final class Tally implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static final int MOST_TROUBLES = 20;

    private static final Set<Outcome> TROUBLES =
            EnumSet.of(Outcome.NOT_FOUND, Outcome.INVALID, Outcome.PARKED, Outcome.FAILED);

    /** By the outcome's ordinal: Kryo 4 can't rebuild an EnumMap. */
    private final long[] counts = new long[Outcome.values().length];

    /** By the origin's ordinal. */
    private final long[] origins = new long[Origin.values().length];

    private final ArrayList<Trouble> troubles = new ArrayList<>();
    private long arrived;
    private long troubleCount;
    private long calls;
    private String refusal = "";

    /**
     * Counts a partition.
     *
     * @param results the results of its lines, in order
     * @return only its tally
     */
    public static Iterator<Tally> ofPartition(Iterator<LookupResult> results) {
        Tally tally = new Tally();
        results.forEachRemaining(tally::add);
        return Collections.singleton(tally).iterator();
    }

    private void add(LookupResult result) {
        calls += result.calls();
        if (result.reason().filter(Reason.REFUSED_KEY::equals).isPresent()) {
            refusal = result.note();
        }
        if (result.isWaiting()) {
            // It has no record yet, but its calls were made.
            return;
        }
        counts[result.outcome().ordinal()]++;
        arrived += result.arrivedTime().isEmpty() ? 1 : 0;
        origins[Origin.of(result).ordinal()]++;
        boolean blank = result.outcome() == Outcome.INVALID && result.input().isBlank();
        if (TROUBLES.contains(result.outcome()) && !blank) {
            troubleCount++;
            keep(new Trouble(result, 1));
        }
    }

    private void keep(Trouble trouble) {
        for (int i = 0; i < troubles.size(); i++) {
            if (troubles.get(i).isLike(trouble)) {
                troubles.set(i, troubles.get(i).and(trouble));
                return;
            }
        }
        if (troubles.size() < MOST_TROUBLES) {
            troubles.add(trouble);
        }
    }

    /**
     * Adds up.
     *
     * @param later what came after this
     * @return a new tally of both
     */
    public Tally plus(Tally later) {
        Tally sum = new Tally();
        for (Tally part : List.of(this, later)) {
            for (int i = 0; i < counts.length; i++) {
                sum.counts[i] += part.counts[i];
            }
            part.troubles.forEach(sum::keep);
            sum.arrived += part.arrived;
            sum.troubleCount += part.troubleCount;
            sum.calls += part.calls;
            for (int i = 0; i < origins.length; i++) {
                sum.origins[i] += part.origins[i];
            }
            sum.refusal = part.refusal.isEmpty() ? sum.refusal : part.refusal;
        }
        return sum;
    }

    /** {@return the number of records: lines that have arrived, and lines of earlier batches that were parked} */
    public long lines() {
        return LongStream.of(counts).sum();
    }

    /** {@return the lines that arrived in the batch, without those of earlier batches that were parked} */
    public long arrived() {
        return arrived;
    }

    /**
     * How many lines ended so.
     *
     * @param outcome the end
     * @return 0 or more
     */
    public long count(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** {@return the calls to OMDb, including those for lines that still wait} */
    public long calls() {
        return calls;
    }

    /**
     * The outcomes and the calls as a person reads them.
     *
     * @param withParked whether titles can be parked here
     * @return such as {@code titles 3: rated 2, unrated 0, not found 1, invalid 0, failed 0; calls 3}
     */
    public String inWords(boolean withParked) {
        return "titles " + lines() + ": rated " + count(Outcome.RATED) + ", unrated " + count(Outcome.UNRATED)
                + ", not found " + count(Outcome.NOT_FOUND) + ", invalid " + count(Outcome.INVALID)
                + (withParked ? ", parked " + count(Outcome.PARKED) : "") + ", failed " + count(Outcome.FAILED)
                + "; calls " + calls();
    }

    long count(Origin origin) {
        return origins[origin.ordinal()];
    }

    /** The first lines not found, invalid but not blank, parked or failed, in input order. Equal ones are one. */
    List<Trouble> troubles() {
        return Collections.unmodifiableList(troubles);
    }

    long troublesLeftOut() {
        return troubleCount - troubles.stream().mapToLong(Trouble::times).sum();
    }

    /** {@return why OMDb refuses the key, if it does} */
    public Optional<String> refusal() {
        return Optional.of(refusal).filter(text -> !text.isEmpty());
    }
}

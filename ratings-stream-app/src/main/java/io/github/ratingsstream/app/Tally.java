package io.github.ratingsstream.app;

import io.github.ratingsstream.core.LookupResult;
import io.github.ratingsstream.core.Outcome;
import io.github.ratingsstream.omdb.OmdbException.Reason;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the lines of a partition or a batch. Counted from the results, so a task that ran twice counts once. */
final class Tally implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static final int MOST_TROUBLES = 20;

    private final EnumMap<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final ArrayList<LookupResult> troubles = new ArrayList<>();
    private long troubleCount;
    private long calls;
    private String refusal = "";

    static Iterator<Tally> ofPartition(Iterator<LookupResult> results) {
        Tally tally = new Tally();
        results.forEachRemaining(tally::add);
        return Collections.singleton(tally).iterator();
    }

    private void add(LookupResult result) {
        counts.merge(result.outcome(), 1L, Long::sum);
        calls += result.calls();
        if (result.outcome() == Outcome.NOT_FOUND || result.outcome() == Outcome.FAILED) {
            troubleCount++;
            keep(result);
        }
        if (result.reason().filter(Reason.REFUSED_KEY::equals).isPresent()) {
            refusal = result.note();
        }
    }

    private void keep(LookupResult trouble) {
        if (troubles.size() < MOST_TROUBLES) {
            troubles.add(trouble);
        }
    }

    Tally plus(Tally later) {
        Tally sum = new Tally();
        for (Tally part : List.of(this, later)) {
            part.counts.forEach((outcome, count) -> sum.counts.merge(outcome, count, Long::sum));
            part.troubles.forEach(sum::keep);
            sum.troubleCount += part.troubleCount;
            sum.calls += part.calls;
            sum.refusal = part.refusal.isEmpty() ? sum.refusal : part.refusal;
        }
        return sum;
    }

    long lines() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** The counts, for those who only look. */
    Map<Outcome, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    long calls() {
        return calls;
    }

    /** The first lines not found or failed, in input order. */
    List<LookupResult> troubles() {
        return Collections.unmodifiableList(troubles);
    }

    long troublesLeftOut() {
        return troubleCount - troubles.size();
    }

    /** Why OMDb refuses the key, if it does. */
    Optional<String> refusal() {
        return Optional.of(refusal).filter(text -> !text.isEmpty());
    }
}

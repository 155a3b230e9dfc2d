package io.github.ratingsstream.core.parking;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** What parking needs to know about the results of a partition. */
final class PartOutcomes implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final int partition;
    private final ArrayList<LookupResult> askedAgain = new ArrayList<>();
    private boolean hasTitlesToPark;
    private boolean answered;
    private boolean spent;
    private boolean down;

    private PartOutcomes(int partition) {
        this.partition = partition;
    }

    static Iterator<PartOutcomes> of(int partition, Iterator<LookupResult> results) {
        PartOutcomes outcomes = new PartOutcomes(partition);
        results.forEachRemaining(outcomes::add);
        return Collections.singleton(outcomes).iterator();
    }

    private void add(LookupResult result) {
        if (result.arrivedTime().isPresent()) {
            askedAgain.add(result);
        }
        boolean toPark = ParkedTitle.isFor(result);
        hasTitlesToPark |= toPark;
        answered |= result.source().filter(Source.API::equals).isPresent();
        if (toPark || result.outcome() == Outcome.PARKED) {
            boolean limited = result.reason().filter(Reason.DAILY_LIMIT::equals).isPresent();
            spent |= limited;
            down |= !limited;
        }
    }

    int partition() {
        return partition;
    }

    /** Results of parked titles, in order. */
    List<LookupResult> askedAgain() {
        return Collections.unmodifiableList(askedAgain);
    }

    boolean hasTitlesToPark() {
        return hasTitlesToPark;
    }

    /** Whether OMDb itself had an answer. */
    boolean answered() {
        return answered;
    }

    /** Whether the quota kept a title from being asked for. */
    boolean spent() {
        return spent;
    }

    /** Whether a title had no answer for another transient reason. */
    boolean down() {
        return down;
    }
}

package io.github.ratingsstream.core.parking;

import io.github.ratingsstream.core.result.LookupResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcome of the parked titles that one batch asked for again.
 *
 * @param batch the time of the batch
 * @param done titles with a final result
 * @param waiting titles that could not be asked for
 * @param unanswered titles that were asked for, but OMDb had no answer
 * @param othersAnswered whether OMDb had answers for other titles of the batch
 */
record Conclusion(
        long batch,
        List<ParkedTitle> done,
        List<ParkedTitle> waiting,
        List<ParkedTitle> unanswered,
        boolean othersAnswered) {

    /** The results are those of the titles, in the same order. */
    static Conclusion of(long batch, List<ParkedTitle> titles, List<LookupResult> results, boolean othersAnswered) {
        Conclusion conclusion =
                new Conclusion(batch, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), othersAnswered);
        for (int i = 0; i < titles.size(); i++) {
            LookupResult result = results.get(i);
            List<ParkedTitle> place = !result.isWaiting()
                    ? conclusion.done
                    : ParkedTitle.isUnanswered(result) ? conclusion.unanswered : conclusion.waiting;
            place.add(titles.get(i));
        }
        return conclusion;
    }
}

package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;

/** Where a line's end came from: each line has one of these, so that the status line adds up. */
enum Origin {
    /** OMDb, by one call or several, whatever came of them. */
    ASKED,
    /** The cache, the store, or an equal line of the same task. */
    CACHE,
    /** An expired answer, as OMDb could not be asked. */
    STALE,
    /** A call that another lookup has paid for. */
    SHARED,
    /** The store, which keeps the title for later. */
    PARKED,
    /** Nowhere: it is invalid, or failed without a call. */
    NOT_ASKED;

    static Origin of(LookupResult result) {
        if (result.outcome() == Outcome.PARKED) {
            return PARKED;
        }
        if (result.source().filter(Source.STALE::equals).isPresent()) {
            return STALE;
        }
        if (result.calls() > 0) {
            return ASKED;
        }
        return result.source()
                .map(source -> source == Source.CACHE ? CACHE : SHARED)
                .orElse(NOT_ASKED);
    }
}

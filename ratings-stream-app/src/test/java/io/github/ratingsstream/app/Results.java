package io.github.ratingsstream.app;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.core.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;

/** Results without lookups. */
final class Results {

    private Results() {}

    /** OMDb said just now that it has no such title. */
    static LookupResult missed(String line) {
        return LookupResult.answered(line, OmdbAnswer.missed("Movie not found!"));
    }

    /** OMDb was asked, and had no answer. */
    static LookupResult unanswered(String line) {
        return failed(line, Reason.TIMEOUT, 3);
    }

    static LookupResult failed(String line, Reason reason, int calls) {
        OmdbException error = mock();
        when(error.reason()).thenReturn(reason);
        when(error.getMessage()).thenReturn("no answer");
        when(error.calls()).thenReturn(calls);
        return LookupResult.failed(line, error);
    }
}

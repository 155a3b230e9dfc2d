package io.github.ratingsstream.core.kit;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;

/** Results without lookups. */
public final class Results {

    private Results() {}

    /** OMDb said just now that it has no such title. */
    public static LookupResult missed(String line) {
        return LookupResult.answered(line, OmdbAnswer.missed("Movie not found!"));
    }

    /** OMDb was asked, and had no answer. */
    public static LookupResult unanswered(String line) {
        return failed(line, Reason.TIMEOUT, 3);
    }

    public static LookupResult failed(String line, Reason reason, int calls) {
        OmdbException error = mock();
        when(error.reason()).thenReturn(reason);
        when(error.getMessage()).thenReturn("no answer");
        when(error.calls()).thenReturn(calls);
        return LookupResult.failed(line, error);
    }
}

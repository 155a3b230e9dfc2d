package io.github.ratingsstream.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineLookupTest {

    private static final RatingLookup NEVER_ASKED = request -> {
        throw new AssertionError("asked for " + request);
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u0000\u0001",
                "undefined",
                "NULL",
                "bad \uFFFD bytes",
                "lone \uDC00 half",
                "eleven char"
            })
    void linesWithNothingToAskAreInvalidAndCostNothing(String line) {
        LookupResult result = new LineLookup(NEVER_ASKED, 10).start(line).join();

        assertThat(result.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(result.calls()).isZero();
    }

    @Test
    void inputIsKeptAsItWas() {
        LookupResult result = start("  \tInception \r", request -> found("Inception", "8.8"));

        assertThat(result.input()).isEqualTo("  \tInception \r");
        assertThat(result.title()).hasValue("Inception");
    }

    @Test
    void longLineIsCutBetweenCharacters() {
        assertThat(new LineLookup(NEVER_ASKED, 4).start("abcdefgh").join().input())
                .isEqualTo("abcd");
        assertThat(new LineLookup(NEVER_ASKED, 4).start("abc🎬de").join().input())
                .isEqualTo("abc");
    }

    @Test
    void lineOfExactlyTheLengthAllowedIsAsked() {
        LookupResult result =
                new LineLookup(request -> found("abcd", "1.0"), 4).start("abcd").join();

        assertThat(result.outcome()).isEqualTo(Outcome.RATED);
    }

    @Test
    void titleWithoutRatingIsUnratedAndFound() {
        LookupResult result = start("Unseen", request -> found("Unseen", "N/A"));

        assertThat(result.outcome()).isEqualTo(Outcome.UNRATED);
        assertThat(result.isFound()).isTrue();
        assertThat(result.ratingText()).hasValue("N/A");
        assertThat(result.rating()).isEmpty();
    }

    @Test
    void missIsNotFound() {
        LookupResult result =
                start("Nope", request -> CompletableFuture.completedFuture(OmdbAnswer.missed("Movie not found!")));

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(result.note()).isEqualTo("Movie not found!");
        assertThat(result.isFound()).isFalse();
    }

    @Test
    void lookupThatThrowsOrFailsOddlyIsAFailedLine() {
        LookupResult thrown = start("x", request -> {
            throw new IllegalStateException("secret");
        });
        LookupResult undeclared = start("x", request -> thrown(new IOException("secret")));
        LookupResult missing = start("x", request -> thrown(new NoClassDefFoundError("secret")));
        LookupResult failed = start("x", request -> CompletableFuture.failedFuture(new OutOfMemoryError("secret")));

        assertThat(thrown.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(thrown.reason()).hasValue(Reason.UNKNOWN);
        assertThat(thrown.note()).isEqualTo("the lookup threw java.lang.IllegalStateException");
        assertThat(undeclared.note()).isEqualTo("the lookup threw java.io.IOException");
        assertThat(missing.note()).isEqualTo("the lookup threw java.lang.NoClassDefFoundError");
        assertThat(failed.note()).isEqualTo("the lookup threw java.lang.OutOfMemoryError");
    }

    @Test
    void lookupWithoutAnAnswerIsAFailedLine() {
        LookupResult noFuture = start("x", request -> null);
        LookupResult noAnswer = start("x", request -> CompletableFuture.completedFuture(null));

        assertThat(List.of(noFuture, noAnswer))
                .extracting(LookupResult::note)
                .containsOnly("the lookup threw java.lang.NullPointerException");
    }

    /** As code in a language without checked exceptions does. */
    @SuppressWarnings("unchecked")
    private static <T, E extends Throwable> T thrown(Throwable error) throws E {
        throw (E) error;
    }

    @Test
    void requestIsWhatTheLineSays() {
        start("Dune (2021)", request -> {
            assertThat(request).isEqualTo(TitleRequest.byTitle("Dune", 2021));
            return found("Dune", "8.0");
        });
    }

    private static LookupResult start(String line, RatingLookup lookup) {
        return new LineLookup(lookup, 1_000).start(line).join();
    }

    private static CompletableFuture<OmdbAnswer<OmdbTitle>> found(String title, String rating) {
        return CompletableFuture.completedFuture(
                OmdbAnswer.found(OmdbTitle.of(Map.of("Title", title, "imdbRating", rating))));
    }
}

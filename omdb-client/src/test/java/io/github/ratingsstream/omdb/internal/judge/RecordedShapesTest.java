package io.github.ratingsstream.omdb.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbRecord;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.settings.ApiKey;
import io.github.ratingsstream.omdb.kit.Answers;
import io.github.ratingsstream.omdb.kit.Described;
import io.github.ratingsstream.omdb.request.EpisodeRequest;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.SeasonRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape of answer OMDb is known to have sent, from 2011 on, and what it becomes. */
class RecordedShapesTest {

    private static final List<OmdbRequest<?>> REQUESTS = List.of(
            TitleRequest.byTitle("any"),
            SearchRequest.of("any"),
            SeasonRequest.byTitle("any", 1),
            EpisodeRequest.byTitle("any", 1, 1));

    private final AnswerJudge judge = new AnswerJudge(new ApiKey("5ec2e7a1"));

    static List<String> names() {
        return Answers.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void goodAnswerBecomesWhatItSays(String name) {
        OmdbRecord record = judge.judge(Answers.request(name), new RawAnswer(200, Answers.body(name)))
                .value()
                .orElseThrow();

        assertThat(Described.of(record)).isEqualTo(Answers.described(name));
    }

    @Test
    void noShapeIsLeftOut() {
        assertThat(Answers.names())
                .hasSizeGreaterThan(35)
                .anyMatch(name -> name.startsWith("movie"))
                .anyMatch(name -> name.startsWith("search"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Movie not found!",
                "Series not found!",
                "Series or season not found!",
                "Series or episode not found!",
                "Incorrect IMDb ID.",
                "Incorrect IMDb ID",
                "Error getting data."
            })
    void missIsAnAnswerToEveryRequest(String text) {
        String body = "{\"Response\":\"False\",\"Error\":\"" + text + "\"}";

        assertThat(REQUESTS)
                .allSatisfy(request -> assertThat(
                                judge.judge(request, new RawAnswer(200, body)).miss())
                        .hasValue(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401|Invalid API key!|REFUSED_KEY",
                "401|No API key provided.|REFUSED_KEY",
                "401|Request limit reached!|DAILY_LIMIT",
                "401|Daily request limit reached!|DAILY_LIMIT",
                "200|Too many results.|BAD_REQUEST",
                "200|Something went wrong.|BAD_REQUEST",
                "200|Must provide more than one character.|BAD_REQUEST",
                "200|Object reference not set to an instance of an object.|BAD_REQUEST",
                "200|The offset specified in a OFFSET clause may not be negative.|BAD_REQUEST",
                "200|Incorrect syntax near the keyword 'order'.|BAD_REQUEST",
                "200|Conversion from string \"011f8539\" to type 'Double' is not valid.|BAD_REQUEST",
                "200|Conversion from string \"one space\" to type 'Double' is not valid.|BAD_REQUEST",
                "200|Conversion from string \"undefined\" to type 'Double' is not valid.|BAD_REQUEST",
                "200|Conversion from string \"TT0000001\" to type 'Double' is not valid.|BAD_REQUEST",
                "200|Syntax error near '\"'inthefull-textsearchcondition'\"aaaa'.|BAD_REQUEST",
                "200|A text nobody has seen.|UNKNOWN"
            })
    void errorIsTypedForEveryRequest(int status, String text, Reason reason) {
        // The quotes inside are not escaped: that is how OMDb sends them.
        String body = "{\"Response\":\"False\",\"Error\":\"" + text + "\"}";

        assertThat(REQUESTS).allSatisfy(request -> assertReason(request, status, body, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|MALFORMED",
                "301|UNKNOWN",
                "401|UNKNOWN",
                "403|BAD_REQUEST",
                "429|UNAVAILABLE",
                "500|UNAVAILABLE",
                "503|UNAVAILABLE",
                "522|UNAVAILABLE"
            })
    void whatIsNoJsonIsJudgedByItsStatus(int status, Reason reason) {
        List<String> bodies = List.of(
                "",
                "<!DOCTYPE html>\n<!--[if lt IE 7]> <html class=\"no-",
                "Please enable cookies.\n\nSorry, you have been blocked\n\nYour IP: xxx.xxx.xxx.xxx\n",
                "<root response=\"False\"><error>Movie not found!</error></root>",
                "<root response=\"True\"><movie title=\"A &amp; B\" year=\"2017\" type=\"movie\"/></root>",
                "<root totalResults=\"2\" response=\"True\"><result title=\"A/B\" year=\"1993–1997\"/></root>",
                "<root Title=\"T\" Season=\"4\" Response=\"True\"><result Title=\"A\" Episode=\"1\"/></root>",
                "cbfunc({\"Title\":\"T\",\"Runtime\":\"2 hrs 8 mins\",\"Rating\":\"7.3\",\"ID\":\"tt0065001\",\"Response\":\"True\"});",
                "null",
                "[]",
                "\"text\"");

        assertThat(bodies)
                .allSatisfy(body ->
                        assertThat(REQUESTS).allSatisfy(request -> assertReason(request, status, body, reason)));
    }

    @Test
    void answerOfAnotherKindIsMalformed() {
        assertReason(SearchRequest.of("any"), 200, Answers.body("movie"), Reason.MALFORMED);
        assertReason(SeasonRequest.byTitle("any", 1), 200, Answers.body("series"), Reason.MALFORMED);
        assertReason(SeasonRequest.byTitle("any", 1), 200, "{\"Title\":\"T\",\"Episode\":\"0\"}", Reason.MALFORMED);
        assertReason(TitleRequest.byTitle("any"), 200, Answers.body("search-one"), Reason.MALFORMED);
    }

    private void assertReason(OmdbRequest<?> request, int status, String body, Reason reason) {
        assertThatThrownBy(() -> judge.judge(request, new RawAnswer(status, body)))
                .isInstanceOfSatisfying(OmdbException.class, e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.getMessage()).hasSizeLessThan(300).doesNotContain("<", "\n", "null");
                });
    }
}

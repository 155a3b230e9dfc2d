package io.github.ratingsstream.omdb.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.OmdbYear;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.settings.ApiKey;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as OMDb really sends it: raw control characters, escapes JSON does not have, quotes inside quotes. */
class BrokenJsonTest {

    private static final String RECORD = "{\"Title\":\"Quiet Night\",\"Year\":\"1999\",\"Plot\":\"%s\","
            + "\"Ratings\":[{\"Source\":\"Internet Movie Database\",\"Value\":\"7.1/10\"}],"
            + "\"imdbRating\":\"7.1\",\"imdbVotes\":\"12,345\",\"imdbID\":\"tt7000001\",\"Type\":\"movie\",\"Response\":\"True\"}";

    private final AnswerJudge judge = new AnswerJudge(new ApiKey("5ec2e7a1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'raw \u0008 and \u001A and \t'|'raw \u0008 and \u001A and \t'",
                "'inner\\speace'|'inner\\speace'",
                "'it\\''s'|'it''s'",
                "'a \"word\" here'|'a \"word\" here'",
                "'\"quoted whole\"'|'\"quoted whole\"'",
                "'a \\\\\"twice\\\\\" b'|'a \"twice\" b'",
                "'\"one\", \"two\"; \"three\"'|'\"one\", \"two\"; \"three\"'",
                "'ends with a brace }'|'ends with a brace }'",
                "'the so-called \"Big One\": a quake'|'the so-called \"Big One\": a quake'",
                "'a \"list] of\" things'|'a \"list] of\" things'",
                "'a legal \\u00e9 and \\\"quotes\\\"'|'a legal é and \"quotes\"'"
            })
    void plotWithBrokenPartsIsRead(String plot, String read) {
        OmdbTitle title = parsed(RECORD.formatted(plot)).value().orElseThrow();

        assertThat(title.text("Plot")).hasValue(read);
        assertThat(title.imdbRating()).hasValue(7.1);
        assertThat(title.imdbVotes()).hasValue(12_345L);
    }

    @Test
    void escapeThatJsonDoesNotHaveInATitleIsKept() {
        String body = "{\"Title\":\"Miliardi\\Millions\",\"imdbRating\":\"5.0\",\"Response\":\"True\"}";

        assertThat(parsed(body).value().orElseThrow().title()).isEqualTo("Miliardi\\Millions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"011f8539", "one space", "3896198a", "Spider Man", "undefined"})
    void conversionErrorsAreBadRequests(String id) {
        String body = "{\"Response\":\"False\",\"Error\":\"Conversion from string \"" + id
                + "\" to type 'Double' is not valid.\"}";

        assertReason(body, Reason.BAD_REQUEST, id);
    }

    @Test
    void syntaxErrorOfTheFullTextSearchIsABadRequest() {
        String body = "{\"Response\":\"False\",\"Error\":\"Syntax error near '\"'inthefull-textsearchcondition'\""
                + "a".repeat(250) + "'.\"}";

        assertReason(body, Reason.BAD_REQUEST, "Syntax error near");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"",
                "{\"Title\"",
                "{\"Title\":",
                "{\"Title\":{}}",
                "{\"Title\":null}",
                "{{{{",
                "{\"a\":[[[",
                "{]}"
            })
    void hopelessBodiesAreMalformed(String body) {
        assertReason(body, Reason.MALFORMED, "an answer");
    }

    @Test
    void nestingCostsNoStack() {
        String body = RECORD.formatted("x");
        String shallow = "[".repeat(200) + "]".repeat(200);
        String deep = "[".repeat(100_000);

        assertThat(parsed(body.replace("[{", shallow + ",\"More\":[{")).value()).isPresent();
        assertReason(body.replace("[{", deep), Reason.MALFORMED, "an answer that is not OMDb's JSON");
    }

    @Test
    void byteOrderMarkIsPassedOver() {
        assertThat(parsed("\uFEFF" + RECORD.formatted("x")).value()).isPresent();
    }

    @Test
    void nestingBeyondTheBoundIsMalformedOnEveryGson() {
        String tooDeep = "[".repeat(300) + "]".repeat(300);

        assertReason(RECORD.formatted("x").replace("[{", tooDeep + ",\"More\":[{"), Reason.MALFORMED, "an answer");
    }

    @Test
    void brokenPartsInsideTheRowsOfAListAreMended() {
        String body = "{\"Search\":[{\"Title\":\"The \"Big\" Show\",\"Year\":\"2001\"},{\"Title\":\"in\\side\","
                + "\"Type\":\"game\"},{\"Title\":\"last \\\\\"one\\\\\"\"}],\"totalResults\":\"3\",\"Response\":\"True\"}";

        SearchPage page = page(body);

        assertThat(page.results())
                .extracting(SearchResult::title)
                .containsExactly("The \"Big\" Show", "in\\side", "last \"one\"");
        assertThat(page.results().get(0).year().map(OmdbYear::first)).hasValue(2001);
    }

    @Test
    void rowsThatAreNoObjectsArePassedOver() {
        String body = "{\"Search\":[null,{\"Title\":\"a\"},\"x\",7,[{\"Title\":\"inner\"}],{},{\"Title\":2046,"
                + "\"Type\":[\"game\"],\"Year\":null,\"New\":true}],\"totalResults\":7}";

        SearchPage page = page(body);

        assertThat(page.results()).extracting(SearchResult::title).containsExactly("a", "2046");
        assertThat(page.results().get(1).fields()).containsOnlyKeys("Title", "New");
        assertThat(page.totalResults()).hasValue(7L);
    }

    @Test
    void otherTypesWhereTextsBelongAreTextOrAbsent() {
        OmdbTitle title = parsed("{\"Title\":2046,\"imdbRating\":8.8,\"imdbVotes\":1200,\"Plot\":{\"a\":[1]},"
                        + "\"Genre\":[\"x\"],\"Ratings\":\"none\",\"Adult\":false,\"Year\":null,\"Response\":true}")
                .value()
                .orElseThrow();

        assertThat(title.title()).isEqualTo("2046");
        assertThat(title.imdbRating()).hasValue(8.8);
        assertThat(title.imdbVotes()).hasValue(1200L);
        assertThat(title.ratings()).isEmpty();
        assertThat(title.fields()).containsOnlyKeys("Title", "imdbRating", "imdbVotes", "Ratings", "Adult", "Response");
    }

    @Test
    void entitiesAreDecodedOnceAndAfterTheJson() {
        OmdbTitle title = parsed(RECORD.formatted("Lilo &amp; Stitch &amp;amp; &#34;x&#34;")
                        .replace("Quiet", "Loew&#39;s"))
                .value()
                .orElseThrow();

        assertThat(title.title()).isEqualTo("Loew's Night");
        assertThat(title.plot()).hasValue("Lilo & Stitch &amp; \"x\"");
    }

    private SearchPage page(String body) {
        return judge.judge(SearchRequest.of("any"), new RawAnswer(200, body))
                .value()
                .orElseThrow();
    }

    private OmdbAnswer<OmdbTitle> parsed(String body) {
        return judge.judge(TitleRequest.byTitle("any"), new RawAnswer(200, body));
    }

    private void assertReason(String body, Reason reason, String messagePart) {
        assertThatThrownBy(() -> parsed(body))
                .isInstanceOfSatisfying(
                        OmdbException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(messagePart);
    }
}

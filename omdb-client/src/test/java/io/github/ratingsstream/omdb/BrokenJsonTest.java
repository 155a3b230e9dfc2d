package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.OmdbException.Reason;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as OMDb really sends it: raw control characters, escapes JSON does not have, quotes inside quotes. */
class BrokenJsonTest {

    private static final String RECORD = "{\"Title\":\"Quiet Night\",\"Year\":\"1999\",\"Plot\":\"%s\","
            + "\"Ratings\":[{\"Source\":\"Internet Movie Database\",\"Value\":\"7.1/10\"}],"
            + "\"imdbRating\":\"7.1\",\"imdbVotes\":\"12,345\",\"imdbID\":\"tt7000001\",\"Type\":\"movie\",\"Response\":\"True\"}";

    private final AnswerParser parser = new AnswerParser(new ApiKey("5ec2e7a1"));

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
        assertThat(title.imdbVotes()).hasValue(12_345);
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
    @Timeout(60)
    void mutatedAnswersEndAsAnAnswerOrATypedError() {
        Random random = new Random(20_241_228);
        String[] pieces = {
            "\"", "\\", "{", "}", "[", "]", ",", ":", "\u0000", "\\u", "\\\\\"", "é", "\uD83C", "null", "N/A"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder(RECORD.formatted("a \"b\" c"));
            for (int cut = random.nextInt(6); cut >= 0; cut--) {
                int at = random.nextInt(body.length());
                body.replace(
                        at, Math.min(body.length(), at + random.nextInt(4)), pieces[random.nextInt(pieces.length)]);
            }
            try {
                parsed(body.toString());
            } catch (OmdbException e) {
                assertThat(e.getMessage()).hasSizeLessThan(300);
            }
        }
    }

    private OmdbAnswer<OmdbTitle> parsed(String body) {
        return parser.parse(TitleRequest.byTitle("any"), new RawAnswer(200, body));
    }

    private void assertReason(String body, Reason reason, String messagePart) {
        assertThatThrownBy(() -> parsed(body))
                .isInstanceOfSatisfying(
                        OmdbException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(messagePart);
    }
}

package io.github.ratingsstream.omdb.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.ratingsstream.omdb.request.TitleRequest;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines look like that come from web pages and lists, and lines that are no title. */
class TitleTextReadTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Don&#039;t Look in the Basement (1973)|Don't Look in the Basement (1973)",
                "Tom &amp; Jerry|Tom & Jerry",
                "Am&eacute;lie&nbsp;(2001)|Amélie (2001)",
                "Don&rsquo;t Look Up|Don't Look Up",
                "&quot;Inception&quot; (2010)|Inception (2010)",
                "“Inception”|Inception",
                "„Das Boot“|Das Boot",
                "« Le Samouraï »|Le Samouraï",
                "‘Inception’|Inception",
                "'Don't Look Up'|Don't Look Up",
                "\"Heroes\" (2006)|Heroes (2006)",
                "\"Matrix, The (1999)\"|The Matrix (1999)",
                "\"\"\"Great Performances\"\" Cats (1998)\"|\"Great Performances\" Cats (1998)",
                "\"Paris, 1919\"|Paris, 1919",
                "Don’t Look Up|Don't Look Up",
                "Incep\u200Btion\u200E (20\u206010)|Inception (2010)",
                "\u202AInception\u202C|Inception",
                "Incep\u00ADtion|Inception",
                "Incep&#8203;tion&shy;|Inception",
                "A&#10;B|A B"
            })
    void textOfAWebPageIsRead(String line, String asked) {
        assertThat(TitleLine.read(line)).hasToString(asked);
    }

    @Test
    void joinersOfScriptsStay() {
        assertThat(TitleLine.read("नि\u200Dर्मल")).hasToString("नि\u200Dर्मल");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "` `|it is blank",
                "`\u200B`|it is blank",
                "&nbsp;|it is blank",
                "A\u0000l|it has a NUL, as text in another encoding has",
                "Alien&#0;|it has a NUL, as text in another encoding has",
                "Seven (A\u0000l) (1995)|it has a NUL, as text in another encoding has",
                "lone \uD83C surrogate|it has half a character, a lone surrogate",
                "null|it stands for no title",
                "&quot;Undefined&quot;|it stands for no title",
                "null (1999)|it stands for no title",
                "N/A|it stands for no title",
                "\"n/a\"|it stands for no title",
                "nan|it stands for no title",
                "None|it stands for no title",
                "-|it stands for no title",
                "?|it stands for no title",
                "…|it stands for no title"
            })
    void whatIsNoTitleIsRefused(String line, String why) {
        assertThat(TitleLine.read(line).request()).isEmpty();
        assertThat(TitleLine.read(line).refusal()).hasValue(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "nan", "None", "-", "?", "null", "\0", ""})
    void asTypedItIsRefusedToo(String line) {
        assertThat(TitleLine.typed(line).refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Matrix, The (1999)", "TT0133093", "Dune (2021)", "tt0133093", "“Dune”", "Dune [2021]"})
    void asTypedALineIsReadNoFurther(String line) {
        assertThat(TitleLine.typed(line).request()).isEqualTo(TitleRequest.parse(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1. The Matrix|The Matrix",
                "12) Matrix, The (1999)|The Matrix (1999)",
                "Amélie (2001) [1080p]|Amélie (2001)",
                "Alien (1979) (Director's Cut)|Alien (1979)",
                "'Paris, 1919'|Paris, 1919"
            })
    void guessIsNotWhatIsAskedFirst(String line, String guess) {
        TitleLine read = TitleLine.read(line);

        assertThat(read.request()).isPresent().get().asString().isNotEqualTo(guess);
        assertThat(read.otherRequests()).extracting(TitleRequest::toString).contains(guess);
    }

    @Test
    void nothingThatIsTypedIsAnError() {
        List<String> pieces = List.of("(", ")", "[", "]", "\"", "'", "“", ",", " ", "\t", ".", "&", ";", "The", "L'");
        List<String> words =
                List.of("1999", "Dune", "or", "a.k.a. ", "tt0133093", "imdb.com/title/", "&#0;", "\0", "«");
        List<String> all = Stream.concat(pieces.stream(), words.stream()).toList();
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            String line = random.ints(random.nextInt(12), 0, all.size())
                    .mapToObj(all::get)
                    .collect(Collectors.joining());

            assertThatCode(() -> TitleLine.read(line).otherRequests()).as(line).doesNotThrowAnyException();
            assertThatCode(() -> TitleLine.typed(line)).as(line).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "((", "\"", "'", "& ", "&#", ", ", "imdb.com/title/tt", " (a)", "1999-", "\t"})
    void longLineIsReadInOneGo(String piece) {
        String line = piece.repeat(200_000);

        assertThat(TitleLine.read(line + " (1999)")).isNotNull();
    }
}

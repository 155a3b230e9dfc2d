package io.github.ratingsstream.omdb.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleRequestTest {

    @ParameterizedTest
    @CsvSource({"tt0133093", "tt10620868"})
    void sevenOrEightDigitsAfterTtAreAnId(String line) {
        assertThat(TitleRequest.parse(line)).hasValue(TitleRequest.byId(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tt013309", "tt013309312", "TT0133093", "tt0133093a", "tt 0133093"})
    void anythingElseThatLooksLikeAnIdIsATitle(String line) {
        assertThat(TitleRequest.parse(line)).hasValue(TitleRequest.byTitle(line));
    }

    @ParameterizedTest
    @CsvSource({
        "Dune (2021),Dune,2021",
        "Metropolis (1927),Metropolis,1927",
        "It (Chapter Two) (2019),It (Chapter Two),2019"
    })
    void yearInBracketsAtTheEndIsTheYear(String line, String title, int year) {
        assertThat(TitleRequest.parse(line)).hasValue(TitleRequest.byTitle(title, year));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dune(2021)",
                "(2021)",
                "Dune (2101)",
                "Dune (1799)",
                "Dune (21)",
                "Dune 2021",
                "2046",
                "Dune (2021) x"
            })
    void otherBracketsAndNumbersBelongToTheTitle(String line) {
        assertThat(TitleRequest.parse(line)).hasValue(TitleRequest.byTitle(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00A0\u3000",
                "\uFEFF",
                "\u0000\u0007",
                "A\u0000l\u0000i\u0000e\u0000n\u0000",
                "\u001B[A\u001B[B",
                "\u001B",
                "null",
                "NULL",
                "Undefined",
                " undefined ",
                "lone \uD83C surrogate",
                "null (1999)"
            })
    void nothingToAskForGivesNothing(String line) {
        assertThat(TitleRequest.parse(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  Inception '|Inception",
                "'The\u00A0 \t Matrix'|The Matrix",
                "'\uFEFFAlien'|Alien",
                "'Ame\u0301lie'|Amélie",
                "'a\u0001b\u001Ac\u0085d'|a b c d",
                "'Dunr\u001B[D\u001B[3~e'|Dunre",
                "'\u001B[1;31mAlien\u001B[0m'|Alien",
                "'\u001BOA\u001BODDune'|Dune",
                "'\u001B]0;title\u0007Alien\u001B]8;;\u001B\\'|Alien",
                "'\u009B31mAlien'|Alien",
                "'\u001BOblivion'|Oblivion",
                "'\u001BDune\u001B'|Dune",
                "'a  b'|a b",
                "'a\u007Fb\u001Fc'|a b c",
                "'CAPS Kept'|CAPS Kept",
                "'Incep\u00ADti\u200Bon\u200E \u2060\u202A\u2066'|Inception",
                "'a\u200Cb\u200Dc'|a\u200Cb\u200Dc",
                "'千と\u3000千尋'|千と 千尋"
            })
    void textIsNormalisedBeforeItIsAsked(String line, String asked) {
        assertThat(TitleRequest.parse(line).orElseThrow().subject()).isEqualTo(asked);
    }

    @Test
    void idsAreCheckedBeforeACallIsSpent() {
        assertThatThrownBy(() -> TitleRequest.byId("tt12 34567")).hasMessage("imdbId must be tt and 7 or 8 digits");
    }

    @Test
    void junkTitlesAreRefusedByName() {
        assertThatThrownBy(() -> TitleRequest.byTitle("undefined")).hasMessageStartingWith("title must be a name");
        assertThatThrownBy(() -> TitleRequest.byTitle("Dune", 21)).hasMessage("year must be 1800 to 2099: 21");
    }

    @Test
    void textFormShowsAllThatIsAsked() {
        assertThat(TitleRequest.byTitle("Dune", 2021).withType(TitleType.MOVIE)).hasToString("Dune (2021) [movie]");
    }
}

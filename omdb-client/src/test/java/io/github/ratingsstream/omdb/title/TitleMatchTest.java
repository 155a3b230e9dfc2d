package io.github.ratingsstream.omdb.title;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.SearchResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleMatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Heat (1995)|Heat|1995",
                "Heat|Heat|1995",
                "heat|HEAT|1995",
                "Amelie (2001)|Amélie|2001",
                "Dumb & Dumber (1994)|Dumb and Dumber|1994",
                "WALL-E|WALL·E|2008",
                "Boot, Das (1981)|Das Boot|1981",
                "Quest, The|Quest|1996",
                "Avventura (1960)|L'Avventura|1960",
                "8 1/2 (1963)|8½|1963",
                "Seven (a.k.a. Se7en) (1995)|Se7en|1995",
                "Breaking Bad (2008)|Breaking Bad|2008–2013",
                "Løvinden|Lovinden|2001",
                "…! (1971)|…!|1971",
                "千と千尋の神隠し|千と千尋の神隠し|2001",
                "tt0133093|The Matrix|1999",
                "1. The Matrix|The Matrix|1999"
            })
    void sameTitleIsExact(String line, String found, String year) {
        assertThat(TitleLine.read(line).match(found(found, year))).isEqualTo(TitleMatch.EXACT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mute Witness (1994)|Mute Witness|1995",
                "Houseguest (1996)|Houseguest|1995",
                "Star Wars (1977)|Star Wars: Episode IV - A New Hope|1977",
                "New Hope, A (1978)|Star Wars: Episode IV - A New Hope|1977",
                "Star Wars|Star Wars: Episode IV - A New Hope|1977",
                "Birdman|Birdman – The Unexpected Virtue of Ignorance|2014"
            })
    void yearOffByOneOrOneSideOfAColonIsClose(String line, String found, String year) {
        assertThat(TitleLine.read(line).match(found(found, year))).isEqualTo(TitleMatch.CLOSE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "House (1986)|Sorority House Massacre|1986",
                "Rock, The (1996)|Athletes Who Rock the World|1996",
                "Dune (2021)|Dune|1984",
                "Dune (2021)|Dune|N/A",
                "Star Wars (1977)|Star Wars: Episode V|1980",
                "Man|Spider-Man|2002",
                "I, Robot|Robot|2004",
                "Up|Up Close: and Personal|1996",
                "गीत|गीता|2000",
                "?! (1971)|…!|1971",
                "?! (1971)|: Colon|1971"
            })
    void anyOtherTitleIsDifferent(String line, String found, String year) {
        assertThat(TitleLine.read(line).match(found(found, year))).isEqualTo(TitleMatch.DIFFERENT);
    }

    @Test
    void asTypedItIsComparedWithWhatIsMeant() {
        assertThat(TitleLine.typed("Matrix, The (1999)").match(found("The Matrix", "1999")))
                .isEqualTo(TitleMatch.EXACT);
        assertThat(TitleLine.typed("TT0133093").match(found("Another", "1999"))).isEqualTo(TitleMatch.DIFFERENT);
    }

    @Test
    void rowOfASearchIsComparedInTheSameWay() {
        SearchResult row = SearchResult.of(Map.of("Title", "The Matrix", "Year", "2000"));

        assertThat(TitleLine.read("Matrix, The (1999)").match(row)).isEqualTo(TitleMatch.CLOSE);
    }

    @Test
    void betterMatchesComeFirst() {
        assertThat(TitleMatch.EXACT.isAtLeast(TitleMatch.CLOSE)).isTrue();
        assertThat(TitleMatch.CLOSE.isAtLeast(TitleMatch.CLOSE)).isTrue();
        assertThat(TitleMatch.DIFFERENT.isAtLeast(TitleMatch.CLOSE)).isFalse();
        assertThat(TitleMatch.CLOSE).hasToString("close");
    }

    private static OmdbTitle found(String title, String year) {
        return OmdbTitle.of(Map.of("Title", title, "Year", year, "imdbID", "tt0000001"));
    }
}

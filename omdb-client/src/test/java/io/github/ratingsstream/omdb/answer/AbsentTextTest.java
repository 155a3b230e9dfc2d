package io.github.ratingsstream.omdb.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule for what is no text, wherever it is: empty, blank or N/A is as good as missing. */
class AbsentTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "N/A", " N/A "})
    void textThatSaysNothingIsAbsentEverywhere(String nothing) {
        Map<String, String> fields = Map.of(
                "Title", nothing, "Plot", nothing, "Poster", nothing, "imdbID", nothing, "Type", nothing, "Genre",
                nothing);
        OmdbTitle title = OmdbTitle.of(fields);
        SearchResult row = SearchResult.of(fields);
        Season season = Season.of(fields, List.of());
        SeasonEpisode episode = SeasonEpisode.of(fields);

        assertThat(List.of(title.title(), row.title(), season.title(), episode.title()))
                .containsOnly("");
        assertThat(List.of(title, row, season, episode))
                .allSatisfy(record -> assertThat(record.text("Plot")).isEmpty());
        assertThat(List.of(title.imdbId(), title.type(), title.plot(), title.poster()))
                .allSatisfy(text -> assertThat(text).isEmpty());
        assertThat(List.of(row.imdbId(), row.type(), row.poster(), episode.imdbId()))
                .allSatisfy(text -> assertThat(text).isEmpty());
        assertThat(title.genres()).isEmpty();
        assertThat(title.fields()).containsEntry("Title", nothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Drama, N/A", "N/A, Drama", "Drama, , N/A"})
    void itemThatSaysNothingIsNotInTheList(String genres) {
        assertThat(OmdbTitle.of(Map.of("Title", "Dune", "Genre", genres)).genres())
                .containsExactly("Drama");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "N/A 2", "Nothing"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(OmdbTitle.of(Map.of("Title", text)).title()).isEqualTo(text);
    }
}

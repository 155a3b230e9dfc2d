package io.github.ratingsstream.omdb.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each request sends, and what is refused before a call is spent. */
class RequestTest {

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(TitleRequest.byTitle("Dune"), "t=Dune"),
                Arguments.of(
                        TitleRequest.byTitle("Dune", 2021)
                                .withPlot(PlotLength.FULL)
                                .withType(TitleType.MOVIE),
                        "t=Dune&y=2021&type=movie&plot=full"),
                Arguments.of(TitleRequest.byId("tt0087182").withPlot(PlotLength.SHORT), "i=tt0087182&plot=short"),
                Arguments.of(SearchRequest.of(" dune\u00A0 part "), "s=dune part"),
                Arguments.of(
                        SearchRequest.of("dune")
                                .withPage(100)
                                .withType(TitleType.GAME)
                                .withYear(1984),
                        "s=dune&y=1984&type=game&page=100"),
                Arguments.of(SearchRequest.of("dune").withPage(1), "s=dune"),
                Arguments.of(SeasonRequest.byTitle("Lost", 2), "t=Lost&Season=2"),
                Arguments.of(SeasonRequest.byId("tt0411008", 0), "i=tt0411008&Season=0"),
                Arguments.of(EpisodeRequest.byId("tt0411008", 1, 0), "i=tt0411008&Season=1&Episode=0"),
                Arguments.of(
                        EpisodeRequest.byTitle("Lost", 1, 2).withPlot(PlotLength.FULL),
                        "t=Lost&plot=full&Season=1&Episode=2"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void parametersAreSentInOneOrder(OmdbRequest<?> request, String query) {
        List<String> sent = new ArrayList<>();
        request.parameters((name, value) -> sent.add(name + "=" + value));

        assertThat(String.join("&", sent)).isEqualTo(query);
    }

    @Test
    void requestsAreValues() {
        assertThat(SearchRequest.of("a").withYear(2000).withPage(2))
                .isEqualTo(SearchRequest.of("a").withPage(2).withYear(2000))
                .hasSameHashCodeAs(SearchRequest.of("a").withPage(2).withYear(2000))
                .isNotEqualTo(SearchRequest.of("a").withYear(2000))
                .hasToString("search for a (2000), page 2");
        assertThat(SeasonRequest.byId("tt0411008", 1))
                .isEqualTo(SeasonRequest.byId("tt0411008", 1))
                .hasSameHashCodeAs(SeasonRequest.byId("tt0411008", 1))
                .isNotEqualTo(SeasonRequest.byId("tt0411008", 2))
                .hasToString("tt0411008, season 1");
        assertThat(EpisodeRequest.byTitle("Lost", 1, 2))
                .isEqualTo(EpisodeRequest.byTitle("Lost", 1, 2))
                .hasSameHashCodeAs(EpisodeRequest.byTitle("Lost", 1, 2))
                .isNotEqualTo(EpisodeRequest.byTitle("Lost", 1, 2).withPlot(PlotLength.FULL))
                .hasToString("Lost, season 1, episode 2");
        assertThat(TitleRequest.byId("tt0411008").withPlot(PlotLength.FULL))
                .isNotEqualTo(TitleRequest.byId("tt0411008"))
                .hasToString("tt0411008 [full plot]");
    }

    @Test
    void whatIsAskedCanBeRead() {
        SearchRequest search = SearchRequest.of("dune").withType(TitleType.GAME).withYear(1984);
        EpisodeRequest episode = EpisodeRequest.byId("tt0411008", 1, 2).withPlot(PlotLength.FULL);

        assertThat(List.of(
                        search.text(),
                        search.page(),
                        search.year().get(),
                        search.type().get()))
                .containsExactly("dune", 1, 1984, TitleType.GAME);
        assertThat(List.of(
                        episode.series(),
                        episode.season(),
                        episode.episode(),
                        episode.plot().get()))
                .containsExactly("tt0411008", 1, 2, PlotLength.FULL);
        assertThat(SeasonRequest.byTitle("Lost", 3).series()).isEqualTo("Lost");
        assertThat(SeasonRequest.byTitle("Lost", 3).season()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u00A0\uFEFF", "null", "UNDEFINED", "\uD83C"})
    void junkIsRefusedByTheNameOfTheParameter(String junk) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TitleRequest.byTitle(junk))
                .withMessageStartingWith("title must be a name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchRequest.of(junk))
                .withMessageStartingWith("text must be a name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeasonRequest.byTitle(junk, 1))
                .withMessageStartingWith("series must be a name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpisodeRequest.byTitle(junk, 1, 1))
                .withMessageStartingWith("series must be a name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tt", "tt123456", "tt123456789", "TT1234567", "tt1234567a", " tt1234567", "Lost", "tt１２３４５６７"
            })
    void malformedIdsAreRefusedByTheNameOfTheParameter(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TitleRequest.byId(id))
                .withMessage("imdbId must be tt and 7 or 8 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeasonRequest.byId(id, 1))
                .withMessage("seriesId must be tt and 7 or 8 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpisodeRequest.byId(id, 1, 1))
                .withMessage("seriesId must be tt and 7 or 8 digits");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void pagesOmdbDoesNotHaveAreRefused(int page) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchRequest.of("dune").withPage(page))
                .withMessage("page must be 1 to 100: " + page);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchRequest.of("dune").withYear(1799))
                .withMessage("year must be 1800 to 2099: 1799");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TitleRequest.byTitle("dune", 2100))
                .withMessage("year must be 1800 to 2099: 2100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeasonRequest.byTitle("Lost", -1))
                .withMessage("season must be 0 to 99999: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpisodeRequest.byTitle("Lost", -1, 1))
                .withMessage("season must be 0 to 99999: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpisodeRequest.byTitle("Lost", 1, -1))
                .withMessage("episode must be 0 to 99999: -1");
    }

    @Test
    void gamesAreForSearchesAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TitleRequest.byTitle("Dune").withType(TitleType.GAME))
                .withMessage("type must be movie, series or episode; game is for a SearchRequest");
    }
}

package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.OmdbYear;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.answer.Season;
import io.github.ratingsstream.omdb.answer.SeasonEpisode;
import io.github.ratingsstream.omdb.kit.Series;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.request.EpisodeRequest;
import io.github.ratingsstream.omdb.request.PlotLength;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.SeasonRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.request.TitleType;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searches, seasons and episodes, from the request to the typed answer. */
class SeriesLookupTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension(builder -> builder.titles(Series.titles()));

    @Test
    void seasonIsAListWithItsGaps() {
        Season season = omdb.client().season(Series.ID, 1).value().orElseThrow();

        assertThat(season.title()).isEqualTo("Harbour Lights");
        assertThat(season.season()).hasValue(1);
        assertThat(season.totalSeasons()).hasValue(2);
        assertThat(season.episodes())
                .extracting(SeasonEpisode::title)
                .containsExactly("Unaired Pilot", "First Light", "Low Tide");
        assertThat(season.episode(2)).isEmpty();
        SeasonEpisode first = season.episode(1).orElseThrow();
        assertThat(first.released()).hasValue(LocalDate.of(2015, 1, 18));
        assertThat(first.imdbRating()).hasValue(8.1);
        assertThat(first.imdbId()).hasValue("tt7100011");
        assertThat(season.episode(0).orElseThrow().released()).isEmpty();
        assertThat(omdb.simulator().queries()).containsExactly("i=" + Series.ID + "&Season=1");
    }

    @Test
    void seasonIsFoundByTheNameOfTheSeries() {
        assertThat(omdb.client()
                        .lookUp(SeasonRequest.byTitle("Harbour Lights", 2))
                        .value()
                        .orElseThrow())
                .hasToString("Harbour Lights, season 2, 1 episodes");
    }

    @Test
    void episodeIsFoundByItsNumbersAndByItsId() {
        OmdbTitle byNumbers = omdb.client().episode(Series.ID, 1, 1).value().orElseThrow();

        assertThat(byNumbers.title()).isEqualTo("First Light");
        assertThat(byNumbers.season()).hasValue(1);
        assertThat(byNumbers.episode()).hasValue(1);
        assertThat(byNumbers.seriesId()).hasValue(Series.ID);
        assertThat(byNumbers.text("imdbVotes")).hasValue("1204");
        assertThat(byNumbers.released()).hasValue(LocalDate.of(2015, 1, 18));
        assertThat(omdb.client().byId("tt7100011").value()).hasValue(byNumbers);
        assertThat(omdb.client()
                        .lookUp(EpisodeRequest.byTitle("Harbour Lights", 1, 1))
                        .value())
                .hasValue(byNumbers);
    }

    @Test
    void episodeIsNotFoundByItsNameUnlessAskedForByKind() {
        TitleRequest fog = TitleRequest.byTitle("Fog");

        assertThat(omdb.client().lookUp(fog).value()).isEmpty();
        assertThat(omdb.client().lookUp(fog.withType(TitleType.EPISODE)).value())
                .isPresent();
    }

    @Test
    void seasonsAndEpisodesThatAreNotThereAreMisses() {
        assertThat(omdb.client().season(Series.ID, 3).miss()).hasValue("Series or season not found!");
        assertThat(omdb.client().season("tt1375666", 1).miss()).hasValue("Series or season not found!");
        assertThat(omdb.client().episode(Series.ID, 1, 2).miss()).hasValue("Series or episode not found!");
        assertThat(omdb.client().lookUp(SeasonRequest.byTitle("Inception", 1)).miss())
                .hasValue("Series or season not found!");
    }

    @Test
    void plotIsCutUnlessAskedForInFull() {
        TitleRequest series = TitleRequest.byId(Series.ID);

        String cut = omdb.client().lookUp(series).value().orElseThrow().plot().orElseThrow();
        assertThat(cut).endsWith(" ...").hasSize(190);
        assertThat(omdb.client()
                        .lookUp(series.withPlot(PlotLength.SHORT))
                        .value()
                        .orElseThrow()
                        .plot())
                .hasValue(cut);
        assertThat(omdb.client()
                        .lookUp(series.withPlot(PlotLength.FULL))
                        .value()
                        .orElseThrow()
                        .plot())
                .hasValue(Series.LONG_PLOT);
        assertThat(omdb.client()
                        .lookUp(EpisodeRequest.byId(Series.ID, 1, 1).withPlot(PlotLength.FULL))
                        .value()
                        .orElseThrow()
                        .plot())
                .hasValue(Series.LONG_PLOT);
    }

    @Test
    void searchMixesKindsAndKeepsOnesItDoesNotKnow() {
        SearchPage page = omdb.client().search("beacon").value().orElseThrow();

        assertThat(page.totalResults()).hasValue(23L);
        assertThat(page.results()).hasSize(10).extracting(SearchResult::title).startsWith("Beacon 0", "Beacon 1");
        assertThat(page.results().get(2).type()).hasValue("game");
        assertThat(page.results().get(0).year().map(OmdbYear::first)).hasValue(1950);
        assertThat(page.results().get(0).poster()).isEmpty();
        assertThat(page).hasToString("10 of 23 results");
    }

    @Test
    void searchIsNarrowedByTypeYearAndPage() {
        SearchRequest beacon = SearchRequest.of("Beacon");

        assertThat(omdb.client()
                        .lookUp(beacon.withPage(3))
                        .value()
                        .orElseThrow()
                        .results())
                .hasSize(3);
        assertThat(omdb.client().lookUp(beacon.withPage(4)).miss()).hasValue("Movie not found!");
        assertThat(omdb.client()
                        .lookUp(beacon.withType(TitleType.GAME))
                        .value()
                        .orElseThrow()
                        .totalResults())
                .hasValue(7L);
        assertThat(omdb.client()
                        .lookUp(beacon.withYear(1951))
                        .value()
                        .orElseThrow()
                        .results())
                .extracting(SearchResult::title)
                .containsExactly("Beacon 1");
    }

    @Test
    void allPagesAreWalkedOverTheWire() {
        SearchResults results = omdb.client().searchAll("beacon");

        assertThat(results).hasSize(23);
        assertThat(results.calls()).isEqualTo(3);
        assertThat(omdb.simulator().queries()).containsExactly("s=beacon", "s=beacon&page=2", "s=beacon&page=3");
    }

    @Test
    void walkGoesOnAfterAnOutageInTheMiddle() {
        OmdbClient client = omdb.client(builder -> builder.retries(0));
        SearchResults results = client.searchAll("beacon").maxResults(10);
        assertThat(results).hasSize(10);
        omdb.simulator().failNext(Fault.page(503));

        assertThatThrownBy(() -> results.maxResults(100).forEach(row -> {}))
                .isInstanceOfSatisfying(
                        OmdbException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
        assertThat(results).hasSize(13);
        assertThat(results.calls()).isEqualTo(4);
    }

    @Test
    void asyncTwinsGiveTheSame() {
        AsyncOmdbClient async = omdb.client().async();

        assertThat(async.search("beacon").join().value())
                .isEqualTo(omdb.client().search("beacon").value());
        assertThat(async.season(Series.ID, 1).join().value())
                .isEqualTo(omdb.client().season(Series.ID, 1).value());
        assertThat(async.episode(Series.ID, 1, 3).join().value())
                .isEqualTo(omdb.client().episode(Series.ID, 1, 3).value());
    }
}

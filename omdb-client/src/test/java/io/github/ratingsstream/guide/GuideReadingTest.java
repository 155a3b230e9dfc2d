package io.github.ratingsstream.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.OmdbYear;
import io.github.ratingsstream.omdb.answer.Rating;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.answer.Season;
import io.github.ratingsstream.omdb.answer.SeasonEpisode;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The guide's pieces of code that read answers are these. */
class GuideReadingTest {

    private final OmdbSimulator simulator = OmdbSimulator.builder()
            .title(SimulatedTitle.id("tt1160419").title("Dune").year("2021").rating("8.0"))
            .title(SimulatedTitle.id("tt1375666")
                    .title("Inception")
                    .year("2010")
                    .rating("8.8")
                    .with("imdbVotes", "2,757,709")
                    .with("Runtime", "148 min")
                    .with("Released", "16 Jul 2010")
                    .with("Actors", "Leonardo DiCaprio, Elliot Page")
                    .rating(Rating.ROTTEN_TOMATOES, "87%"))
            .title(SimulatedTitle.id("tt0944947")
                    .title("Game of Thrones")
                    .year("2011–2019")
                    .rating("9.2")
                    .series()
                    .with("totalSeasons", "8"))
            .title(SimulatedTitle.id("tt1480055")
                    .title("Winter Is Coming")
                    .episodeOf("tt0944947")
                    .season(1)
                    .episode(1)
                    .rating("8.9")
                    .with("Released", "17 Apr 2011"))
            .start();

    private final OmdbClient omdb =
            OmdbClient.builder().apiKey("test-key").baseUrl(simulator.url()).build();

    @AfterEach
    void stop() {
        omdb.close();
        simulator.close();
    }

    @Test
    void titleHasTypedValuesAndTexts() {
        // begin reading
        OmdbTitle film = omdb.byTitle("Inception").value().orElseThrow();
        String rating = film.imdbRating().map(String::valueOf).orElse("not rated");
        film.imdbVotes().ifPresent(votes -> System.out.println(votes + " votes"));
        Optional<Integer> year = film.year().map(OmdbYear::first);
        Optional<Long> minutes = film.runtime().map(Duration::toMinutes);
        List<String> actors = film.actors();
        Optional<Double> tomatoes = film.rating(Rating.ROTTEN_TOMATOES).flatMap(Rating::percent);
        String awards = film.text("Awards").orElse("no word of awards");
        // end reading
        assertThat(rating).isEqualTo("8.8");
        assertThat(year).hasValue(2010);
        assertThat(minutes).hasValue(148L);
        assertThat(actors).containsExactly("Leonardo DiCaprio", "Elliot Page");
        assertThat(tomatoes).hasValue(87.0);
        assertThat(awards).isEqualTo("no word of awards");
    }

    @Test
    void valueIsReachedInOneChain() {
        // begin chain
        Optional<Double> rating = omdb.byTitle("Dune", 2021).value().flatMap(OmdbTitle::imdbRating);
        // end chain
        assertThat(rating).hasValue(8.0);
        assertThat(omdb.byTitle("Unheard").value().flatMap(OmdbTitle::imdbRating))
                .isEmpty();
    }

    @Test
    void pageOfASearchHasRows() {
        // begin search page
        SearchPage page = omdb.search("dune").value().orElseThrow();
        for (SearchResult row : page.results()) {
            System.out.println(row.title()
                    + row.year().map(year -> ", " + year.first()).orElse("")
                    + row.type().map(type -> ", " + type).orElse("")
                    + row.poster().map(url -> ", " + url).orElse(""));
        }
        Optional<OmdbTitle> whole =
                page.results().get(0).imdbId().flatMap(id -> omdb.byId(id).value());
        // end search page
        assertThat(whole.flatMap(OmdbTitle::imdbRating)).hasValue(8.0);
        assertThat(omdb.search("unheard of").value()).isEmpty();
    }

    @Test
    void seasonHasItsEpisodes() {
        // begin season
        Season season = omdb.season("tt0944947", 1).value().orElseThrow();
        for (SeasonEpisode row : season.episodes()) {
            System.out.println(row.episode().map(String::valueOf).orElse("?") + ". " + row.title());
            row.imdbRating().ifPresent(rating -> System.out.println("  rated " + rating));
            row.released().ifPresent(day -> System.out.println("  first shown on " + day));
        }
        Optional<OmdbTitle> first = season.episode(1)
                .flatMap(SeasonEpisode::imdbId)
                .flatMap(id -> omdb.byId(id).value());
        // end season
        assertThat(season.title()).isEqualTo("Game of Thrones");
        assertThat(season.season()).hasValue(1);
        assertThat(season.totalSeasons()).hasValue(8);
        assertThat(season.episodes()).singleElement().satisfies(row -> {
            assertThat(row.imdbRating()).hasValue(8.9);
            assertThat(row.released()).hasValue(LocalDate.of(2011, 4, 17));
        });
        assertThat(first.map(OmdbTitle::title)).hasValue("Winter Is Coming");
    }

    @Test
    void episodeKnowsItsSeries() {
        // begin episode
        OmdbTitle episode = omdb.episode("tt0944947", 1, 1).value().orElseThrow();
        Optional<Integer> inSeason = episode.season();
        Optional<Integer> number = episode.episode();
        Optional<OmdbTitle> series =
                episode.seriesId().flatMap(id -> omdb.byId(id).value());
        Optional<Integer> seasons = series.flatMap(OmdbTitle::totalSeasons);
        // end episode
        assertThat(inSeason).hasValue(1);
        assertThat(number).hasValue(1);
        assertThat(series.map(OmdbTitle::title)).hasValue("Game of Thrones");
        assertThat(seasons).hasValue(8);
    }
}

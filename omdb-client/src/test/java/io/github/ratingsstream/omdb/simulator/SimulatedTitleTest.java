package io.github.ratingsstream.omdb.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.Rating;
import org.junit.jupiter.api.Test;

/** A title is made step by step, each value by its name. */
class SimulatedTitleTest {

    @Test
    void filmHasWhatItsStepsSay() {
        OmdbTitle film = SimulatedTitle.id("tt1375666")
                .title("Inception")
                .year("2010")
                .rating("8.8")
                .read();

        assertThat(film.toString()).isEqualTo("Inception (2010, tt1375666, rated 8.8)");
        assertThat(film.type()).hasValue("movie");
    }

    @Test
    void stepsThatAreLeftOutAreNotAvailable() {
        SimulatedTitle film = SimulatedTitle.id("tt1375666").title("Inception");

        assertThat(film.get("Year")).isEqualTo("N/A");
        assertThat(film.get("imdbRating")).isEqualTo("N/A");
    }

    @Test
    void episodeKnowsItsSeries() {
        OmdbTitle episode = SimulatedTitle.id("tt1480055")
                .title("Winter Is Coming")
                .episodeOf("tt0944947")
                .season(1)
                .episode(2)
                .read();

        assertThat(episode.type()).hasValue("episode");
        assertThat(episode.seriesId()).hasValue("tt0944947");
        assertThat(episode.text("Season")).hasValue("1");
        assertThat(episode.text("Episode")).hasValue("2");
    }

    @Test
    void nameInPlaceOfAnIdIsRefused() {
        assertThatThrownBy(() -> SimulatedTitle.id("Inception"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("imdbId");
        SimulatedTitle film = SimulatedTitle.id("tt1480055").title("Winter Is Coming");
        assertThatThrownBy(() -> film.episodeOf("Game of Thrones"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seriesId");
    }

    @Test
    void ratingsOfEverySourceAreListedInOmdbsOrder() {
        SimulatedTitle film = SimulatedTitle.id("tt1375666")
                .title("Inception")
                .rating("Letterboxd", "4.2/5")
                .rating(Rating.METACRITIC, "74/100")
                .rating(Rating.ROTTEN_TOMATOES, "87%")
                .rating("8.8");

        assertThat(film.record(false).get("Ratings"))
                .hasToString("[{\"Source\":\"Internet Movie Database\",\"Value\":\"8.8/10\"},"
                        + "{\"Source\":\"Rotten Tomatoes\",\"Value\":\"87%\"},"
                        + "{\"Source\":\"Metacritic\",\"Value\":\"74/100\"},"
                        + "{\"Source\":\"Letterboxd\",\"Value\":\"4.2/5\"}]");
        assertThat(film.read().metascore()).hasValue(74);
        assertThat(film.rating("Letterboxd", "N/A").record(false).get("Ratings").toString())
                .doesNotContain("Letterboxd");
    }

    @Test
    void imdbsRatingIsTheFieldOfThatName() {
        SimulatedTitle film = SimulatedTitle.id("tt1375666").title("Inception").rating(Rating.IMDB, "8.8/10");

        assertThat(film.read().imdbRating()).hasValue(8.8);
    }

    @Test
    void ratingsAreNoField() {
        SimulatedTitle film = SimulatedTitle.id("tt1375666").title("Inception");

        assertThatThrownBy(() -> film.with("Ratings", "87%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Ratings is a list: use rating(source, value)");
    }
}

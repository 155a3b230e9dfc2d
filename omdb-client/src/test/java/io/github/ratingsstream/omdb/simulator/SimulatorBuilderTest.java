package io.github.ratingsstream.omdb.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.SearchPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorBuilderTest {

    @Test
    void laterTitleTakesThePlaceOfOneWithTheSameId() {
        SimulatedTitle film = SimulatedTitle.id("tt1375666").title("Inception").year("2010");
        try (OmdbSimulator simulator = OmdbSimulator.builder()
                        .titles(List.of(film, film.rating("8.7")))
                        .title(film.rating("8.8"))
                        .start();
                OmdbClient omdb = OmdbClient.builder()
                        .apiKey("test-key")
                        .baseUrl(simulator.url())
                        .build()) {
            assertThat(omdb.search("Inception").value().map(SearchPage::results))
                    .hasValueSatisfying(rows -> assertThat(rows).hasSize(1));
            assertThat(omdb.byTitle("Inception").value().orElseThrow().imdbRating())
                    .hasValue(8.8);
        }
    }
}

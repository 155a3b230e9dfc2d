package io.github.ratingsstream.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilmRatingTest {

    @Test
    void ratingIsFoundAfterAnOutage() {
        try (OmdbSimulator simulator = OmdbSimulator.builder()
                        .title(SimulatedTitle.id("tt1375666")
                                .title("Inception")
                                .year("2010")
                                .rating("8.8"))
                        .start();
                OmdbClient omdb = OmdbClient.builder()
                        .apiKey("test-key")
                        .baseUrl(simulator.url())
                        .backOff(Duration.ofMillis(1), Duration.ofMillis(1))
                        .build()) {
            simulator.failNext(Fault.page(503));

            OmdbAnswer<OmdbTitle> answer = omdb.byTitle("Inception");

            assertEquals(8.8, answer.value().orElseThrow().imdbRating().orElseThrow());
            assertEquals(List.of("t=Inception", "t=Inception"), simulator.queries());
        }
    }
}

package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import org.junit.jupiter.api.Test;

/** The README's code is this code. */
class ReadmeTest {

    /** Compiled only: it would ask the real OMDb. */
    static void client(String key) {
        // begin client
        try (OmdbClient omdb = OmdbClient.builder().apiKey(key).build()) {
            String line = omdb.byTitle("Dune", 2021)
                    .value()
                    .map(film -> film.title() + ": "
                            + film.imdbRating().map(String::valueOf).orElse("not rated"))
                    .orElse("OMDb has no such title");
            System.out.println(line);
        } catch (OmdbException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
        // end client
    }

    @Test
    void simulatorExampleFailsOnceAndThenAnswers() {
        // begin simulator
        OmdbSimulator simulator = OmdbSimulator.builder()
                .title(SimulatedTitle.id("tt1375666")
                        .title("Inception")
                        .year("2010")
                        .rating("8.8"))
                .start();
        OmdbClient omdb =
                OmdbClient.builder().apiKey("test-key").baseUrl(simulator.url()).build();
        simulator.failNext(Fault.page(503));
        // end simulator
        try (simulator;
                omdb) {
            assertThat(omdb.byTitle("Inception").calls()).isEqualTo(2);
        }
    }
}

package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
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
            OmdbAnswer<OmdbTitle> answer = omdb.byTitle("Dune", 2021);
            if (answer.value().isPresent()) {
                OmdbTitle film = answer.value().get();
                System.out.println(film.title() + ": " + film.imdbRating().orElse(0));
            } else {
                System.out.println("OMDb has no such title: " + answer.miss().orElse(""));
            }
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
                OmdbClient.builder().apiKey("any").baseUrl(simulator.url()).build();
        simulator.failNext(Fault.page(503));
        // end simulator
        try (simulator;
                omdb) {
            assertThat(omdb.byTitle("Inception").calls()).isEqualTo(2);
        }
    }
}

package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Titles;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.request.TitleType;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked, and what comes back, when all goes well. */
class LookupTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    static List<String> names() {
        return Titles.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTitleReachesOmdbAsTyped(String name) {
        OmdbAnswer<OmdbTitle> answer = omdb.client().byTitle(name);

        assertThat(omdb.simulator().queries()).containsExactly("t=" + name);
        assertThat(answer.value().orElseThrow().title()).isEqualTo(name);
        assertThat(answer.calls()).isEqualTo(1);
    }

    @Test
    void yearChoosesBetweenTitlesOfOneName() {
        assertThat(omdb.client().byTitle("Dune", 1984).value().orElseThrow().imdbId())
                .hasValue("tt0087182");
        assertThat(omdb.client().byTitle("Dune", 2021).value().orElseThrow().imdbId())
                .hasValue("tt1160419");
        assertThat(omdb.simulator().queries()).containsExactly("t=Dune&y=1984", "t=Dune&y=2021");
    }

    @Test
    void typeChoosesBetweenKinds() {
        TitleRequest matrix = TitleRequest.byTitle("Matrix");

        assertThat(omdb.client().lookUp(matrix).value().orElseThrow().type()).hasValue("series");
        assertThat(omdb.client()
                        .lookUp(matrix.withType(TitleType.MOVIE))
                        .value()
                        .orElseThrow()
                        .title())
                .isEqualTo("The Matrix");
        assertThat(omdb.simulator().queries()).containsExactly("t=Matrix", "t=Matrix&type=movie");
    }

    @Test
    void idIsAskedAsAnId() {
        assertThat(omdb.client().byId("tt0133093").value().orElseThrow().title())
                .isEqualTo("The Matrix");
        assertThat(omdb.simulator().queries()).containsExactly("i=tt0133093");
    }

    @Test
    void asyncTwinGivesTheSameAnswer() {
        assertThat(omdb.client().async().byTitle("Inception").join().value())
                .isEqualTo(omdb.client().byTitle("Inception").value());
    }

    @Test
    void missIsAnAnswer() {
        OmdbAnswer<OmdbTitle> answer = omdb.client().byTitle("No Such Film");

        assertThat(answer.value()).isEmpty();
        assertThat(answer.miss()).hasValue("Movie not found!");
    }

    @Test
    void unknownIdIsAMissThoughItSoundsLikeAFault() {
        assertThat(omdb.client().byId("tt9999999").miss()).hasValue("Error getting data.");
        assertThat(omdb.simulator().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Series not found!",
                "Series or season not found!",
                "Series or episode not found!",
                "Incorrect IMDb ID.",
                "Incorrect IMDb ID"
            })
    void everyWordingOfAMissIsOne(String text) {
        omdb.simulator().failNext(Fault.error(200, text));

        assertThat(omdb.client().byTitle("Inception").miss()).hasValue(text);
    }

    @Test
    void userAgentNamesTheClient() {
        // The simulator answers 403 without one, as OMDb's edge does.
        assertThat(omdb.client().byTitle("Inception").value()).isPresent();
    }
}

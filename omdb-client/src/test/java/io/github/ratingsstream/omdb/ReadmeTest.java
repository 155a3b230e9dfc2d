package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's code is this code. */
class ReadmeTest {

    @ParameterizedTest
    @ValueSource(strings = {"client", "simulator"})
    void readmeShowsTheExampleThatIsCompiledHere(String name) throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/github/ratingsstream/omdb/ReadmeTest.java"));
        String example = source.split("// begin " + name + "\n")[1].split("(?m)^ *// end " + name)[0];

        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains("```java\n" + example.stripTrailing().stripIndent() + "\n```");
    }

    /** Compiled only: it would ask the real OMDb. */
    static void client(String key) {
        // begin client
        try (OmdbClient omdb = OmdbClient.builder().apiKey(key).build()) {
            OmdbAnswer<OmdbTitle> answer = omdb.byTitle("Dune", 2021);
            answer.value().ifPresent(title -> System.out.println(title.title() + ": " + title.imdbRating()));
            answer.miss().ifPresent(text -> System.out.println("OMDb has no such title: " + text));
        } catch (OmdbException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
        // end client
    }

    @Test
    void simulatorExampleFailsOnceAndThenAnswers() {
        // begin simulator
        OmdbSimulator simulator = OmdbSimulator.builder()
                .title(SimulatedTitle.of("tt1375666", "Inception", "2010", "8.8"))
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

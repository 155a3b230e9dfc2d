package io.github.ratingsstream.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.kit.Child;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says a program prints that has no SLF4J provider. */
class LoggingTest {

    @TempDir
    private Path folder;

    /** A program with a client. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            OmdbClient.builder().apiKey("test-key").build().close();
        }
    }

    @Test
    void withoutAProviderSlf4jPrintsTheLinesInTheGuide() throws Exception {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j-simple"))
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Child program = Child.run(folder.resolve("log"), List.of(java, "-cp", classes, Program.class.getName()));

        assertThat(program.exitCode()).isZero();
        assertThat(program.lines()).hasSize(3);
        assertThat(Files.readString(Path.of("..", "docs", "OMDB_CLIENT.md")))
                .contains("```\n" + program.output() + "```\n");
    }
}

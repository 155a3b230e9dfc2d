package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the README, as printed. {@code .ci/run} runs the two that build. */
class ReadmeCommandsIT {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

    @TempDir
    private Path folder;

    private static String readme() throws IOException {
        return Files.readString(Script.CHECKOUT.resolve("README.md"));
    }

    private static List<String> commands() throws IOException {
        return BLOCK.matcher(readme())
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replaceFirst(" +#.*", ""))
                .toList();
    }

    @Test
    void everyCommandIsRunSomewhere() throws IOException {
        String ci = Files.readString(Script.CHECKOUT.resolve(".ci").resolve("run"));

        assertThat(commands())
                .hasSizeGreaterThan(5)
                .allSatisfy(command -> assertThat(command.startsWith("nc ")
                                || command.startsWith("export OMDB_API_KEY=")
                                || ci.contains("\n" + command)
                                || jobs().anyMatch(command::equals))
                        .as(command)
                        .isTrue());
    }

    private static Stream<String> jobs() throws IOException {
        return commands().stream()
                .filter(command -> command.startsWith("./ratings-stream") || command.startsWith("spark-submit"));
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("jobs")
    void jobStartsAndStopsAsPrinted(String command) throws Exception {
        Files.writeString(folder.resolve("spark-submit"), """
                #!/bin/sh
                exec "%s/bin/java" %s -cp "%s/jars/*" org.apache.spark.deploy.SparkSubmit "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("spark.jvm.args"), Script.spark()));
        assertThat(folder.resolve("spark-submit").toFile().setExecutable(true)).isTrue();
        String typed = "PATH=" + folder + ":$PATH; export OMDB_API_KEY=5ec2e7a1; cd '" + Script.CHECKOUT + "'; exec "
                + command;
        try (Script job = Script.run(folder, "sh", "-c", typed)) {
            job.until(running -> running.stderr().contains("reading titles from")
                    || running.stderr().contains("does not answer; waiting for it"));

            job.terminate();

            assertThat(job.exitCode()).isZero();
        }
    }
}

package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A polite stop costs no more than a kill: what can be read again and is not finished is left to the next start. */
@Tag("full")
class LeftBatchIT {

    private static final List<String> LINES =
            IntStream.range(0, 400).mapToObj(i -> "Inception " + i).toList();

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = new FarEnds(omdb -> omdb.title(SimulatedTitle.id("tt1375666")
                    .title("Inception")
                    .year("2010")
                    .rating("8.8"))
            .latency(Duration.ofMillis(300)));

    private Path output;

    @Test
    void batchOfFilesIsReadAgain() throws Exception {
        output = folder.resolve("out");
        Path titles = Files.createDirectory(folder.resolve("titles"));
        Files.write(titles.resolve("list.txt"), LINES);

        leftWholeAndTakenUp(List.of("--watch", titles.toString()), () -> {});
    }

    @Test
    void batchInTheReceiversLogIsReadAgain() throws Exception {
        output = folder.resolve("out");

        leftWholeAndTakenUp(
                List.of("--host", "127.0.0.1", "--port", ends.titles().port()),
                () -> ends.titles().send(String.join("\n", LINES) + "\n"));
    }

    @FunctionalInterface
    private interface Begin {
        void run() throws Exception;
    }

    private void leftWholeAndTakenUp(List<String> source, Begin begin) throws Exception {
        try (Submission job = job(source, "2").start(folder)) {
            begin.run();
            job.until(running -> ends.omdb().requests().size() > 20);

            assertThat(job.terminate().exitCode()).isZero();

            assertThat(job.stderr())
                    .contains("ratings-stream: what is not finished by now is left to the next start")
                    .noneMatch(line -> line.contains("the stream failed"));
            assertThat(Records.texts(output, "outcome")).doesNotContain("FAILED");
            assertThat(Records.in(output)).hasSizeLessThan(LINES.size());
        }
        try (Submission job = job(source, "64").start(folder)) {
            job.until(running -> Records.in(output).size() >= LINES.size());
            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(Records.texts(output, "input")).isEqualTo(LINES);
        assertThat(Records.texts(output, "outcome")).doesNotContain("FAILED");
    }

    private Submission.Builder job(List<String> source, String concurrency) {
        return Submission.of("--omdb-url", ends.omdb().url().toString(), "--batch-interval", "1s", "--timeout", "3s")
                .options("--concurrency", concurrency, "--output", output.toString())
                .options("--checkpoint", folder.resolve("checkpoint").toString())
                .options(source.toArray(String[]::new));
    }
}

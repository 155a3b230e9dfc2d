package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is written to files does not depend on whoever reads stdout. */
class StdoutIT {

    private static final List<String> LINES =
            IntStream.range(0, 120).mapToObj(i -> "Inception " + i).toList();

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = new FarEnds(omdb -> omdb.title(SimulatedTitle.id("tt1375666")
                    .title("Inception")
                    .year("2010")
                    .rating("8.8"))
            .latency(Duration.ofMillis(300)));

    @Tag("full")
    @Test
    void stdoutThatNobodyReadsHoldsNeitherTheRecordsNorTheStop() throws Exception {
        List<String> many = Collections.nCopies(20_000, "Inception");
        Path output = folder.resolve("out");
        Path pipe = pipe();
        try (RandomAccessFile unread = new RandomAccessFile(pipe.toFile(), "rw");
                Submission job = ends.submission("--concurrency", "4", "--output", output.toString())
                        .start(folder, pipe)) {
            ends.titles().send(String.join("\n", many) + "\n");
            job.until(running -> Records.in(output).size() == many.size());

            assertThat(job.terminate().exitCode()).isZero();

            assertThat(unread.getFD().valid()).isTrue();
            assertThat(job.stderr())
                    .anyMatch(line -> line.startsWith("ratings-stream: ratings left out of what is printed"))
                    .anyMatch(line -> line.startsWith("ratings-stream: stdout is not read: lines"));
        }
    }

    /** As a terminal that closes takes stdout along, or Ctrl-C the other commands of a pipe. */
    @Tag("full")
    @Test
    void stdoutThatClosesInMidBatchCostsNoRecord() throws Exception {
        Path output = folder.resolve("out");
        Path pipe = pipe();
        RandomAccessFile reader = new RandomAccessFile(pipe.toFile(), "rw");
        try (Submission job = ends.submission("--concurrency", "4", "--output", output.toString())
                .start(folder, pipe)) {
            ends.titles().send(String.join("\n", LINES) + "\n");
            job.until(running -> ends.omdb().requests().size() > 20);
            reader.close();

            assertThat(job.hangUp().exitCode()).isZero();

            assertThat(Records.texts(output, "input")).isEqualTo(LINES);
        }
    }

    /** Without {@code --output} the job waits for its reader, but not for ever once it is stopped. */
    @Tag("full")
    @Test
    void stopEndsThoughNobodyReadsTheOnlyOutput() throws Exception {
        List<String> many = Collections.nCopies(20_000, "Inception");
        Path pipe = pipe();
        try (RandomAccessFile unread = new RandomAccessFile(pipe.toFile(), "rw");
                Submission job = ends.submission("--timeout", "2s", "--attempt-timeout", "1s")
                        .start(folder, pipe)) {
            ends.titles().send(String.join("\n", many) + "\n");
            job.until(running -> !ends.omdb().requests().isEmpty());

            assertThat(job.terminate().exitCode()).isEqualTo(1);

            assertThat(unread.getFD().valid()).isTrue();
            assertThat(job.stderr())
                    .anyMatch(line -> line.startsWith("ratings-stream: the stop gets no further and is cut short"))
                    .anyMatch(line -> line.matches("ratings-stream: lines received that have no outcome: \\d+"));
        }
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }
}

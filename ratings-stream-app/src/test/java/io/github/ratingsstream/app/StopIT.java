package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.StandaloneCluster;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A stop finishes what was received, and always ends. */
class StopIT {

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

    @Test
    void sigtermInMidBatchFinishesWhatWasReceived() throws Exception {
        stoppedInMidBatchItFinishesWhatWasReceived(Submission::terminate);
    }

    @Tag("full")
    @Test
    void sighupInMidBatchFinishesWhatWasReceived() throws Exception {
        stoppedInMidBatchItFinishesWhatWasReceived(Submission::hangUp);
    }

    @FunctionalInterface
    private interface Stop {
        Submission sentTo(Submission job) throws IOException;
    }

    private void stoppedInMidBatchItFinishesWhatWasReceived(Stop stop) throws Exception {
        Path output = folder.resolve("out");
        try (Submission job = submission("--output", output.toString()).start(folder)) {
            sendAll();
            job.until(running -> ends.omdb().requests().size() > 20);

            assertThat(stop.sentTo(job).exitCode()).isZero();

            assertThat(Records.texts(output, "input")).isEqualTo(LINES);
            assertThat(job.stderr())
                    .anyMatch(line -> line.matches(
                            "ratings-stream: finishing what was received, in up to \\d+ s; once more to stop at once"));
            assertThat(job.stderr()).noneMatch(line -> line.contains("Exception") || line.contains("ERROR"));
        }
        assertThat(ends.omdb().requests()).hasSize(LINES.size());
    }

    @Tag("full")
    @Test
    void stopTakesInAtOnceWhatHasComeHoweverSlowlyItWasTakenIn() throws Exception {
        int lines = 3_000;
        Path output = folder.resolve("out");
        try (Submission job = submission("--output", output.toString())
                .conf("spark.streaming.backpressure.initialRate", "20")
                .start(folder)) {
            ends.titles().send("Inception\n".repeat(lines));
            job.until(running -> !ends.omdb().requests().isEmpty());

            assertThat(job.terminate().exitCode()).isZero();

            assertThat(Records.texts(output, "outcome")).hasSize(lines).containsOnly("RATED");
        }
    }

    @Tag("full")
    @Test
    void stopWithACheckpointEndsThoughTheSenderDoesNotPauseAndTheRestComesNext() throws Exception {
        Path output = folder.resolve("out");
        Submission.Builder submission = ends.submission("--output", output.toString(), "--concurrency", "64")
                .options("--checkpoint", folder.resolve("checkpoint").toString());
        try (Submission job = submission.start(folder)) {
            ends.titles().send("Inception 0\n");
            CompletableFuture<Void> sender = CompletableFuture.runAsync(this::sendUntilCutOff);
            job.until(running -> Records.in(output).size() > 100);

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.stderr()).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
            assertThat(job.stderr())
                    .filteredOn(line -> line.contains(" went on sending: "))
                    .hasSize(1);
            sender.get(10, TimeUnit.MINUTES);
        }
        int first = Records.in(output).size();
        ends.titles().hangUp();
        try (Submission job = submission.start(folder)) {
            ends.titles().send("the last\n");
            job.until(running -> Records.texts(output, "input").contains("the last"));
            assertThat(job.terminate().exitCode()).isZero();
        }
        List<String> inputs = Records.texts(output, "input");
        assertThat(inputs).hasSizeGreaterThan(first).last().isEqualTo("the last");
        // The line before the last may have been cut off with the connection.
        List<String> outOfPlace = IntStream.range(0, inputs.size() - 2)
                .filter(i -> !inputs.get(i).equals("Inception " + i))
                .mapToObj(i -> inputs.get(i) + " at " + i)
                .toList();
        assertThat(outOfPlace).isEmpty();
    }

    /** A line every few milliseconds. */
    private void sendUntilCutOff() {
        try {
            for (int i = 1; i > 0; i++) {
                ends.titles().send("Inception " + i + "\n");
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        } catch (IOException e) {
            // The job has gone.
            return;
        }
    }

    @Tag("full")
    @Test
    void withAStoreWhatAStopCutsOffIsAskedForAtTheNextStart() throws Exception {
        ends.omdb().failWhen(request -> Optional.of(Fault.hang()));
        Path output = folder.resolve("out");
        String store = folder.resolve("store").toString();
        try (Submission job = submission("--output", output.toString(), "--store", store)
                .options("--timeout", "3s", "--attempt-timeout", "2s")
                .start(folder)) {
            sendAll();
            job.until(running -> ends.omdb().underWay() > 0);

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(Records.texts(output, "outcome")).hasSize(LINES.size()).containsOnly("PARKED");
        }
        ends.omdb().failWhen(request -> Optional.empty());
        try (Submission job =
                submission("--output", output.toString(), "--store", store).start(folder)) {
            job.until(running -> Records.in(output).size() == 2 * LINES.size());
            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(Records.texts(output, "outcome").subList(LINES.size(), 2 * LINES.size()))
                .containsOnly("NOT_FOUND");
    }

    @Tag("full")
    @Test
    void secondSignalStopsAtOnce() throws Exception {
        ends.omdb().failWhen(request -> Optional.of(Fault.hang()));
        try (Submission job = submission().start(folder)) {
            sendAll();
            job.until(running -> ends.omdb().underWay() > 0);
            job.terminate().untilSaid("once more to stop at once");

            assertThat(job.terminate().exitCode()).isEqualTo(128 + 15);
            assertThat(job.stderr())
                    .last()
                    .isEqualTo("ratings-stream: stopped at once; what was not finished is not printed or written");
        }
    }

    @Tag("full")
    @Test
    void hangingOmdbDoesNotKeepAStopFromEnding() throws Exception {
        ends.omdb().failWhen(request -> Optional.of(Fault.hang()));
        Path output = folder.resolve("out");
        try (Submission job = submission("--output", output.toString(), "--timeout", "3s", "--attempt-timeout", "2s")
                .start(folder)) {
            sendAll();
            job.until(running -> ends.omdb().underWay() > 0);

            assertThat(job.terminate().exitCode()).isZero();

            assertThat(Records.texts(output, "input")).isEqualTo(LINES);
            assertThat(Records.texts(output, "reason")).containsOnly("TIMEOUT", "STOPPING");
        }
    }

    @Tag("full")
    @Test
    void batchThatFailsInAStopIsSaidAndEndsWithOne() throws Exception {
        Path output = folder.resolve("out");
        try (Submission job = submission("--output", output.toString()).start(folder)) {
            sendAll();
            job.until(running -> ends.omdb().requests().size() > 20);
            Files.move(output, folder.resolve("moved"));
            Files.createFile(output);

            assertThat(job.terminate().exitCode()).isEqualTo(1);

            assertThat(job.stderr())
                    .filteredOn(line -> line.contains("the stream failed: "))
                    .hasSize(1);
        }
    }

    @Tag("full")
    @Test
    void clusterWithoutExecutorsDoesNotKeepAStopFromEnding() throws Exception {
        try (StandaloneCluster cluster = StandaloneCluster.withoutWorkers(folder.resolve("cluster"));
                Submission job = cluster.with(submission("--timeout", "2s", "--attempt-timeout", "1s"))
                        .start(folder)) {
            job.untilSaid(" WARN TaskSchedulerImpl: Initial job has not accepted any resources");

            assertThat(job.terminate().exitCode()).isEqualTo(1);

            assertThat(job.stderr())
                    .anyMatch(line -> line.startsWith("ratings-stream: the stop gets no further and is cut short"));
        }
    }

    private Submission.Builder submission(String... options) {
        return ends.submission("--concurrency", "4").options(options);
    }

    private void sendAll() throws IOException {
        ends.titles().send(LINES.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }
}

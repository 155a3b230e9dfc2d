package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Grep;
import io.github.ratingsstream.app.kit.JobFolders;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A job that is killed goes on where it was. */
class RestartIT {

    private static final int FILES = 10;
    private static final int LINES = 300;
    private static final int KILLS = 3;
    private static final int CONCURRENCY = 16;
    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = new FarEnds(omdb -> omdb.latency(Duration.ofMillis(10), Duration.ofMillis(60)));

    private final List<String> lines = new ArrayList<>();
    private Path titles;
    private Path output;
    private Path checkpoint;

    @BeforeEach
    void makeFolders() throws IOException {
        titles = Files.createDirectory(folder.resolve("titles"));
        output = folder.resolve("out");
        checkpoint = folder.resolve("checkpoint");
    }

    @Tag("full")
    @Test
    void threeKillsAtRandomMomentsLoseNothingDoubleNothingAndPayTwiceOnlyForCallsInFlight() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int file = 0; file < FILES / 2; file++) {
            write(file);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            int asked = ends.omdb().requests().size() + 50 + random.nextInt(550);
            hangAfter(asked + 50 - ends.omdb().requests().size());
            try (Submission job = withStore().start(folder)) {
                job.until(running -> ends.omdb().requests().size() >= asked);
                job.kill();
            }
            write(FILES / 2 + kill);
        }
        ends.omdb().failWhen(request -> Optional.empty());
        try (Submission job = withStore().start(folder)) {
            job.untilSaid("going on from the checkpoint in ");
            write(FILES - 2);
            write(FILES - 1);
            job.until(running -> inTheirOwnBatches().size() >= lines.size());

            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(inTheirOwnBatches()).as("seed %d", seed).containsExactlyElementsOf(lines);
        assertThat(Records.texts(output, "outcome"))
                .as("seed %d", seed)
                .contains("NOT_FOUND")
                .doesNotContain("FAILED");
        // Paid twice is at most what was in flight at a kill.
        assertThat(ends.omdb().requests().size()).isBetween(lines.size(), lines.size() + KILLS * CONCURRENCY);
    }

    /** However late the kill comes, there are lines left for the next. */
    private void hangAfter(int requests) {
        AtomicInteger left = new AtomicInteger(requests);
        ends.omdb().failWhen(request -> Optional.of(Fault.hang()).filter(hang -> left.getAndDecrement() <= 0));
    }

    @Test
    void newKeyAndNewOptionsHoldAndTimeDownPrintsNothing() throws Exception {
        write(0);
        ends.omdb().failWhen(request -> Optional.of(Fault.hang()));
        try (Submission job = submission("--concurrency", "4").start(folder)) {
            job.until(running -> ends.omdb().underWay() == 4);
            job.kill();
        }
        LocalDateTime soon = LocalDateTime.now().plusSeconds(2);
        try (OmdbSimulator other = OmdbSimulator.builder().apiKey("rotated1").start();
                Submission job = submissionTo(other, "--concurrency", "8", "--show", "5")
                        .environment("OMDB_API_KEY", "rotated1")
                        .start(folder)) {
            job.untilSaid("titles " + LINES + ": ");

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.stderr()).noneMatch(line -> line.contains(" WARN "));
            // The batch that runs again has its header, the many empty ones since have none.
            assertThat(job.stdout().lines().filter(line -> line.startsWith("Time: ")))
                    .filteredOn(line -> line.compareTo("Time: " + soon.format(HEADER)) < 0)
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(Records.texts(output, "input")).isEqualTo(lines);
        assertThat(Records.texts(output, "outcome")).containsOnly("NOT_FOUND");
    }

    @Tag("full")
    @Test
    void batchThatWasDoneDoesNotRunAgainAfterAStop() throws Exception {
        write(0);
        try (Submission job = submission().start(folder)) {
            job.untilSaid("titles " + LINES + ": ");
            assertThat(job.terminate().exitCode()).isZero();
        }
        write(1);
        try (Submission job = submission().start(folder)) {
            job.until(running -> Records.in(output).size() >= 2 * LINES);
            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(Records.texts(output, "input")).isEqualTo(lines);
        assertThat(ends.omdb().requests()).hasSize(2 * LINES);
    }

    @Tag("full")
    @Test
    void linesFromTheSocketComeBackFromTheWriteAheadLog() throws Exception {
        List<String> sent = IntStream.range(0, 40).mapToObj(i -> "Nope " + i).toList();
        // Lines sent together may come in two batches, so only the last one tells that all have come.
        ends.omdb()
                .failWhen(request -> Optional.of(Fault.hang())
                        .filter(hang -> "Nope 39".equals(request.parameters().get("t"))));
        try (Submission job = fromSocket().start(folder)) {
            ends.titles().send(String.join("\n", sent) + "\n");
            job.until(running -> ends.omdb().underWay() > 0);
            job.kill();
        }
        ends.omdb().failWhen(request -> Optional.empty());
        try (Submission job = fromSocket().start(folder)) {
            job.until(running -> Records.in(output).size() >= sent.size());

            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(Records.texts(output, "input")).isEqualTo(sent);
        assertThat(Records.texts(output, "outcome")).containsOnly("NOT_FOUND");
        assertThat(ends.omdb().requests()).hasSizeBetween(sent.size() + 1, 2 * sent.size());
    }

    private Submission.Builder fromSocket() {
        return ends.submission("--checkpoint", checkpoint.toString(), "--output", output.toString())
                .options("--concurrency", "64", "--timeout", "5m", "--attempt-timeout", "5m");
    }

    @Tag("full")
    @Test
    void checkpointThatCanNoLongerBeWrittenEndsTheStream() throws Exception {
        try (Submission job = submission().start(folder)) {
            job.until(running -> JobFolders.hasCheckpoint(checkpoint));
            Files.move(checkpoint, folder.resolve("moved"));
            Files.createFile(checkpoint);
            write(0);

            assertThat(job.exitCode()).isEqualTo(1);
            assertThat(job.stderr())
                    .filteredOn(line -> line.startsWith("ratings-stream: the stream failed: "))
                    .hasSize(1);
        }
    }

    @Tag("full")
    @Test
    void checkpointThatCannotBeReadIsOneLineAndExitCodeTwo() throws Exception {
        try (Submission job = submission().start(folder)) {
            job.until(running -> JobFolders.hasCheckpoint(checkpoint));
            job.kill();
        }
        for (Path file : Grep.files(checkpoint.resolve("spark"))) {
            Files.delete(file);
            if (file.getFileName().toString().startsWith("checkpoint-")) {
                Files.writeString(file, "nonsense");
            }
        }
        try (Submission job = submission().start(folder)) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr())
                    .last()
                    .asString()
                    .contains(" can't be read (")
                    .contains("): delete it, or give another --checkpoint");
            assertThat(job.stderr()).allMatch(line -> line.startsWith("ratings-stream: "));
        }
    }

    /** With a store a title that has no answer at once is parked: it has a second record, in a later batch. */
    private List<String> inTheirOwnBatches() {
        return Records.in(output).stream()
                .filter(record -> record.get("arrivedTime").isJsonNull())
                .map(record -> record.get("input").getAsString())
                .toList();
    }

    private Submission.Builder submission(String... options) {
        return submissionTo(ends.omdb(), options);
    }

    private Submission.Builder withStore() {
        return submission("--store", folder.resolve("store").toString(), "--concurrency", String.valueOf(CONCURRENCY));
    }

    private Submission.Builder submissionTo(OmdbSimulator omdb, String... options) {
        return Submission.of("--omdb-url", omdb.url().toString(), "--batch-interval", "500ms")
                .options("--watch", titles.toString(), "--output", output.toString())
                .options("--checkpoint", checkpoint.toString(), "--timeout", "5m", "--attempt-timeout", "5m")
                .options(options);
    }

    /** Long lines, so that a batch has a few hundred. */
    private void write(int file) throws IOException {
        List<String> some = IntStream.range(0, LINES)
                .mapToObj(i -> "No Such Film " + file + "-" + i + " " + "x".repeat(150))
                .toList();
        lines.addAll(some);
        JobFolders.send(titles, "list-" + file, some);
    }
}

package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Titles from files, each of which is read once. */
@Tag("full")
class WatchIT {

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = new FarEnds(omdb -> omdb.apiKey(Submission.KEY)
            .title(SimulatedTitle.id("tt1375666")
                    .title("Inception")
                    .year("2010")
                    .rating("8.8"))
            .title(SimulatedTitle.id("tt0211915")
                    .title("Am\u00e9lie")
                    .year("2001")
                    .rating("8.3"))
            .title(SimulatedTitle.id("tt1160419").title("Dune").year("2021").rating("8.0"))
            .title(SimulatedTitle.id("tt10620868").title("#Alive").year("2020").rating("6.3"))
            .title(SimulatedTitle.id("tt9000002").title("Unseen").year("2026"))
            .latency(Duration.ofMillis(100)));

    private Path titles;
    private Path output;

    @BeforeEach
    void makeFolders() throws IOException {
        titles = Files.createDirectory(folder.resolve("titles"));
        output = folder.resolve("out");
    }

    @Test
    void filesBeforeAndAfterTheStartAreReadOnceInOrder() throws Exception {
        FileTime longAgo = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        Files.setLastModifiedTime(write("b", "Dune (2021)\r\nNope\nno end"), longAgo);
        write("a", "Inception\n\nAm\u00e9lie\n");
        try (Submission job = submission("1s").start(folder)) {
            job.until(running -> Records.in(output).size() == 6);
            write("_c", "#Alive\n");
            write("0", "Unseen\n");
            job.until(running -> Records.in(output).size() == 7);
            Files.move(titles.resolve("_c"), titles.resolve("c"));
            job.until(running -> Records.in(output).size() == 8);
            Files.writeString(titles.resolve("a"), "Alien\n", StandardOpenOption.APPEND);
            job.untilSaid("a has changed after it was read");

            assertThat(job.terminate().exitCode()).isZero();

            assertThat(job.stderr().get(0))
                    .startsWith("ratings-stream: reading titles from the files in ")
                    .endsWith("; without --checkpoint a restart reads them again");
            assertThat(job.stderr().stream().filter(line -> line.startsWith("ratings-stream:")))
                    .hasSize(5);
            assertThat(job.rows())
                    .containsExactly(
                            "('Inception', '8.8')",
                            "('Am\u00e9lie', '8.3')",
                            "('Dune', '8.0')",
                            "('Unseen', 'N/A')",
                            "('#Alive', '6.3')");
        }
        assertThat(Records.texts(output, "input"))
                .containsExactly("Inception", "", "Am\u00e9lie", "Dune (2021)", "Nope", "no end", "Unseen", "#Alive");
    }

    @Test
    void sigtermFinishesWhatWasTakenQuickly() throws Exception {
        List<String> lines = IntStream.range(0, 100).mapToObj(i -> "Nope " + i).toList();
        write("list", lines.stream().collect(Collectors.joining("\n")));
        try (Submission job = submission("10s", "--concurrency", "4").start(folder)) {
            job.until(running -> ends.omdb().requests().size() > 20);
            write("later", "Inception\n");
            long asked = System.nanoTime();

            assertThat(job.terminate().exitCode()).isZero();

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMinutes(1));
        }
        assertThat(Records.texts(output, "input")).isEqualTo(lines);
        assertThat(Records.texts(output, "outcome")).containsOnly("NOT_FOUND");
    }

    @Test
    void clusterReadsTheFilesWhereItsTasksRunAndSaysWhatItCannotRead() throws Exception {
        List<String> lines =
                IntStream.range(100, 140).mapToObj(i -> i + "x".repeat(900)).toList();
        Path list = write("list", String.join("\n", lines));
        CountDownLatch deleted = new CountDownLatch(1);
        ends.omdb().failWhen(request -> waitFor(deleted));
        try (Submission job = submission("1s", "--concurrency", "1")
                .spark("--master", "local-cluster[2,1,1024]")
                .start(folder)) {
            job.until(running -> !ends.omdb().requests().isEmpty());
            Files.delete(list);
            deleted.countDown();
            write("z", "Inception\n");
            job.untilSaid("ratings-stream: list can't be read, and its lines are missing: FileNotFoundException");
            job.until(running -> Records.texts(output, "input").contains("Inception"));

            assertThat(job.terminate().exitCode()).isZero();
        }
        List<String> read = Records.texts(output, "input");
        assertThat(read).hasSizeBetween(4, 40).endsWith("Inception");
        assertThat(lines).containsSubsequence(read.subList(0, read.size() - 1));
    }

    private static Optional<Fault> waitFor(CountDownLatch event) {
        try {
            event.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Test
    void directoryThatIsNotThereIsOneLineAndExitCodeTwo() throws Exception {
        try (Submission job =
                Submission.of("--watch", folder.resolve("none").toString()).start(folder)) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr())
                    .singleElement()
                    .asString()
                    .startsWith("ratings-stream: the directory of --watch can't be read: ");
        }
    }

    private Submission.Builder submission(String interval, String... options) {
        return Submission.of("--omdb-url", ends.omdb().url().toString(), "--batch-interval", interval)
                .options("--watch", titles.toString(), "--output", output.toString())
                .options(options);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(titles.resolve(name), text);
    }
}

package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.ClassJar;
import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Grep;
import io.github.ratingsstream.app.kit.StatusLines;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.app.kit.TaskKillingPlugin;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong, every line sent ends in one record, in its place, and the status lines add up. */
@Tag("full")
class FaultsIT {

    /** One retry makes most lookups good, and leaves some that fail. */
    private static final List<Fault> FAULTS =
            List.of(Fault.page(503), Fault.page(429), Fault.page(522), Fault.reset(), Fault.cutOff(), Fault.hang());

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = new FarEnds(omdb -> omdb.apiKey(Submission.KEY)
            .title(SimulatedTitle.id("tt1375666")
                    .title("Inception")
                    .year("2010")
                    .rating("8.8"))
            .latency(Duration.ofMillis(100)));

    @Test
    void fifthOfAllAnswersFailing() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        ends.omdb().failWhen(request -> {
            int number = requests.getAndIncrement();
            return number % 5 == 0 ? Optional.of(FAULTS.get(number / 5 % FAULTS.size())) : Optional.empty();
        });
        List<String> lines = lines(600);
        try (Submission job = submission(
                        "--concurrency", "32", "--retries", "1", "--attempt-timeout", "5s", "--timeout", "1m")
                .start(folder)) {
            send(lines);
            job.until(running -> StatusLines.of(running).titles() >= lines.size());

            assertThat(job.terminate().exitCode()).isZero();
            addsUp(job, lines);
            assertThat(StatusLines.of(job).calls())
                    .as("calls, with those given up before they have come to OMDb")
                    .isBetween(
                            (long) ends.omdb().requests().size(),
                            ends.omdb().requests().size() + lines.size() / 5L)
                    .isGreaterThan(lines.size() / 2);
            assertThat(StatusLines.of(job).failed()).isPositive();
        }
        assertThat(Records.texts(output(), "outcome")).contains("RATED", "NOT_FOUND", "FAILED");
    }

    @Test
    void everyTaskKilledOnceInMidPartition() throws Exception {
        List<String> lines = lines(200);
        try (Submission job = submission("--concurrency", "8")
                .spark("--jars", ClassJar.of(TaskKillingPlugin.class, folder))
                .conf("spark.plugins", TaskKillingPlugin.class.getName())
                .conf("spark.test.folder", folder.toString())
                .conf("spark.streaming.receiver.maxRate", "100")
                .start(folder)) {
            send(lines);
            job.until(running -> StatusLines.of(running).titles() >= lines.size());

            assertThat(job.terminate().exitCode()).isZero();
            addsUp(job, lines);
        }
        assertThat(Records.texts(output(), "outcome")).containsOnly("RATED", "NOT_FOUND");
        assertThat(ends.omdb().requests())
                .as("calls, with those of the tasks killed")
                .hasSizeGreaterThan((int) distinct(lines));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void executorKilledThatDoesNotHoldTheReceiver() throws Exception {
        List<String> lines = lines(200);
        try (Submission job = submission("--concurrency", "4")
                .spark("--master", "local-cluster[2,1,1024]")
                .start(folder)) {
            send(lines);
            job.until(running -> ends.omdb().requests().size() > 20);
            // The receiver has the only core of the other.
            endsWithout(executor -> !says(executor, "reading titles from"), job, lines);
        }
        assertThat(Records.texts(output(), "outcome")).containsOnly("RATED", "NOT_FOUND");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void executorKilledWhileFilesAreRead() throws Exception {
        List<String> lines = lines(200);
        Path titles = Files.createDirectory(folder.resolve("titles"));
        Files.write(titles.resolve("list"), lines);
        try (Submission job = Submission.of("--omdb-url", ends.omdb().url().toString(), "--concurrency", "4")
                .options("--watch", titles.toString(), "--output", output().toString(), "--batch-interval", "1s")
                .spark("--master", "local-cluster[2,1,1024]")
                .start(folder)) {
            job.until(running -> ends.omdb().requests().size() > 20);
            endsWithout(executor -> says(executor, "made OmdbClient["), job, lines);
        }
        assertThat(Records.texts(output(), "outcome")).containsOnly("RATED", "NOT_FOUND");
    }

    private void endsWithout(Predicate<ProcessHandle> executor, Submission job, List<String> lines) throws Exception {
        job.children().filter(executor).findFirst().orElseThrow().destroyForcibly();
        job.until(running -> StatusLines.of(running).titles() >= lines.size());

        assertThat(job.terminate().exitCode()).isZero();
        addsUp(job, lines);
    }

    /** An executor runs in a folder of its own, beside its output. */
    private static boolean says(ProcessHandle executor, String text) {
        try {
            Path folder = Files.readSymbolicLink(Path.of("/proc", String.valueOf(executor.pid()), "cwd"));
            return Grep.holds(folder.resolve("stderr"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addsUp(Submission job, List<String> lines) {
        assertThat(Records.texts(output(), "input")).isEqualTo(lines);
        assertThat(StatusLines.of(job).titles()).isEqualTo(lines.size());
        assertThat(StatusLines.of(job).outcomes()).isEqualTo(lines.size());
    }

    private static List<String> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 3 == 0 ? "Inception" : "Nope " + i)
                .toList();
    }

    private static long distinct(List<String> lines) {
        return lines.stream().distinct().count();
    }

    private Path output() {
        return folder.resolve("out");
    }

    private Submission.Builder submission(String... options) {
        return ends.submission("--output", output().toString()).options(options);
    }

    private void send(List<String> lines) throws IOException {
        ends.titles().send(lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }
}

package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.OneJvm;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.omdb.kit.InstalledJdk;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake is one line that helps, and an exit code scripts can rely on. */
class MistakesIT {

    private static final int FIRST_TOO_NEW_FOR_SPARK = 23;

    private static List<OneJvm.Run> runs;

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    static Stream<Arguments> mistakes() {
        return Stream.concat(mistakesInOptions(), settingsThatBreakAPromise());
    }

    private static Stream<Arguments> settingsThatBreakAPromise() {
        return Stream.of(
                Arguments.of(
                        Submission.of("--watch", "one", "--output", "one"), "--output and --watch overlap: give each"),
                Arguments.of(
                        Submission.of().conf("spark.streaming.concurrentJobs", "4"),
                        "spark.streaming.concurrentJobs must be 1: with more, batches end out of order"),
                Arguments.of(
                        Submission.of().conf("spark.streaming.receiver.writeAheadLog.enable", "true"),
                        "spark.streaming.receiver.writeAheadLog.enable needs a checkpoint directory"),
                Arguments.of(
                        Submission.of("--host", "localhost").spark("--master", "local-cluster[1,1,1024]"),
                        "the receiver would hold the only core"));
    }

    private static Stream<Arguments> mistakesInOptions() {
        return Stream.of(
                Arguments.of(Submission.of("--api-key", "5ec2e7a1"), "the key can't be an option"),
                Arguments.of(
                        Submission.of("--host", "no-such-host.invalid"),
                        "the host of --host is not known: no-such-host.invalid"),
                Arguments.of(Submission.of("--port", "99999"), "--port must be 1 to 65535: 99999"),
                Arguments.of(Submission.of("--batch-interval", "10"), "'10' is not a time with a unit"),
                Arguments.of(Submission.of("--batch-interval", "1ms"), "--batch-interval must be at least 100ms"),
                Arguments.of(
                        Submission.of("--concurency", "4"),
                        "unknown option --concurency; did you mean --concurrency? --help lists"),
                Arguments.of(
                        Submission.of().conf("spark.ratings.concurency", "4"),
                        "unknown setting spark.ratings.concurency"),
                Arguments.of(
                        Submission.of("--store", "jdbc:postgresql://127.0.0.1:1/films"),
                        "--store can't be used: no connection to the database; check that it runs"),
                Arguments.of(
                        Submission.of("--store", "films").spark("--master", "spark://127.0.0.1:1"),
                        "a directory as --store is for local masters"),
                Arguments.of(
                        Submission.of("--offline").noKey().spark("--master", "spark://127.0.0.1:1"),
                        "--offline and --demo have their OMDb in the driver: use a local master, such as"),
                Arguments.of(
                        Submission.of("--demo").noKey().spark("--master", "local-cluster[2,1,1024]"),
                        "--offline and --demo have their OMDb in the driver: use a local master"));
    }

    @BeforeAll
    static void runAll(@TempDir Path folder) throws Exception {
        List<Submission.Builder> jobs = mistakes()
                .map(arguments -> (Submission.Builder) arguments.get()[0])
                .toList();
        runs = OneJvm.of(jobs, folder);
        assertThat(runs).hasSameSizeAs(jobs);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsOneLineAndExitCodeTwo(Submission.Builder submission, String line) {
        int place = mistakes().map(arguments -> arguments.get()[1]).toList().indexOf(line);
        OneJvm.Run run = runs.get(place);

        assertThat(run.exitCode()).isEqualTo(2);
        assertIsOneLine(run.stderr(), line);
        assertThat(run.stdout()).isEmpty();
    }

    private static void assertIsOneLine(List<String> stderr, String line) {
        assertThat(stderr)
                .singleElement()
                .asString()
                .startsWith("ratings-stream: ")
                .contains(line)
                .doesNotContain(Submission.KEY);
    }

    @Test
    void missingKeyIsOneLineAndExitCodeTwo() throws Exception {
        try (Submission job = Submission.of().noKey().start(folder)) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertIsOneLine(job.stderr(), "no OMDb key: set the environment variable OMDB_API_KEY");
            assertThat(job.stdout()).isEmpty();
        }
    }

    @Tag("full")
    @Test
    void nameThatTheLocaleCannotSpellIsOneLineAndExitCodeTwo() throws Exception {
        try (Submission job = Submission.of(
                        "--output", folder.resolve("gr\u00f6\u00dfe").toString())
                .environment("LC_ALL", "C")
                .start(folder)) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertIsOneLine(job.stderr(), "the value of --output has letters that can't be spelt in this locale");
        }
    }

    @Test
    void refusedStartLeavesNoFolder() throws Exception {
        Path state = folder.resolve("state");
        try (Submission job = Submission.of("--host", "no-such-host.invalid")
                .options("--output", state.resolve("out").toString())
                .options("--store", state.resolve("store").toString())
                .options("--checkpoint", state.resolve("checkpoint").toString())
                .start(folder)) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertIsOneLine(job.stderr(), "the host of --host is not known");
            assertThat(state).doesNotExist();
        }
    }

    /** Without {@code --class} spark-submit itself fails first. */
    @Test
    void jdkThatSparkCannotRunOnIsOneLineAndExitCodeTwo() throws Exception {
        Optional<Path> jdk = InstalledJdk.newest()
                .filter(newest -> newest.version() >= FIRST_TOO_NEW_FOR_SPARK)
                .map(InstalledJdk::home);
        assumeTrue(jdk.isPresent(), "skipped: no JDK 23 or newer beside the one in use");
        try (Submission job = Submission.of("--offline")
                .jdk(jdk.get())
                .spark("--class", "io.github.ratingsstream.app.MovieRatingsStream")
                .start(folder)) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr())
                    .filteredOn(line -> line.startsWith("ratings-stream: "))
                    .singleElement()
                    .asString()
                    .endsWith(": use JDK 17 or 21, such as by setting JAVA_HOME");
            assertThat(job.stdout()).isEmpty();
        }
    }

    @Tag("full")
    @Test
    void outputThatCannotBeWrittenIsFoundBeforeTheFirstBatch() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (Submission job =
                Submission.of("--output", file.resolve("out").toString()).start(folder)) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr()).singleElement().asString().contains("--output can't be written to");
        }
    }

    @Tag("full")
    @Test
    void secondJobIsRefusedForItsCheckpointAndNotForTheStoreInIt() throws Exception {
        Path checkpoint = folder.resolve("checkpoint");
        Submission.Builder same = ends.submission("--checkpoint", checkpoint.toString())
                .options("--store", folder.resolve("store").toString());
        try (Submission first = same.start(folder)) {
            first.untilSaid("reading titles from");

            try (Submission second = same.start(folder)) {
                assertThat(second.exitCode()).isEqualTo(2);
                assertIsOneLine(second.stderr(), checkpoint + " is in use by another job");
            }
        }
    }

    @Test
    void refusedKeyIsOneLineAndExitCodeThree() throws Exception {
        ends.omdb().failWhen(request -> Optional.of(Fault.error(401, "Invalid API key!")));
        try (Submission job = ends.submission().start(folder)) {
            ends.titles().send("Inception\nAmélie\n");

            assertThat(job.exitCode()).isEqualTo(3);
            assertThat(job.complaints())
                    .containsExactly(
                            "ratings-stream: OMDb refuses the API key (Invalid API key!); check it is activated;"
                                    + " the job stops here");
        }
    }

    @Tag("full")
    @Test
    void failedStreamIsOneLineAndExitCodeOne() throws Exception {
        Path output = folder.resolve("out");
        try (Submission job = ends.submission("--output", output.toString()).start(folder)) {
            job.untilSaid("reading titles from");
            Files.move(output, folder.resolve("moved"));
            Files.createFile(output);
            ends.titles().send("Inception\n");

            assertThat(job.exitCode()).isEqualTo(1);
            assertThat(job.stderr())
                    .filteredOn(line -> line.startsWith("ratings-stream: the stream failed: "))
                    .hasSize(1);
            assertThat(job.stderr()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    @Tag("full")
    @Test
    void oneThreadMasterIsRaisedAndSaidSo() throws Exception {
        try (Submission job =
                Submission.of("--demo").spark("--master", "local[1]").noKey().start(folder)) {
            assertThat(job.exitCode()).isZero();
            assertThat(job.stderr()).first().asString().contains("the master local[1] has one thread");
            assertThat(job.rows()).hasSizeGreaterThan(25);
        }
    }
}

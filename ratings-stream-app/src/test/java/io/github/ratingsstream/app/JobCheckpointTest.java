package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.app.options.CommandLineOptions;
import io.github.ratingsstream.app.options.FixedOptions;
import io.github.ratingsstream.app.options.Options;
import io.github.ratingsstream.app.options.Version;
import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.job.JobCheckpoint;
import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.omdb.kit.Child;
import io.github.ratingsstream.omdb.kit.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may change between two runs over one checkpoint, and what may not. */
class JobCheckpointTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--batch-interval 5s|--batch-interval 10s, and now it is --batch-interval 5s",
                "--max-line-length 99|--max-line-length 1000, and now it is --max-line-length 99",
                "--port 1|--host localhost --port 9999, and now it is --host localhost --port 1",
                "--host h|--host localhost --port 9999, and now it is --host h --port 9999",
                "--watch /in|--host localhost --port 9999, and now it is --watch file:/in"
            })
    void sourceIntervalAndLineLengthMayNotChange(String change, String oldAndNew) throws IOException {
        open().claim();

        assertThatThrownBy(() -> open(change.split(" ")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("was written with " + oldAndNew + ": give what it was");
    }

    @Test
    void placeMayNotChangeAsSparkWouldGoOnWritingInTheOldOne() throws IOException {
        Path made = folder.resolve("made");
        Path moved = folder.resolve("moved");
        open(made).claim();
        Files.move(made, moved);

        assertThatThrownBy(() -> open(moved))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("was written with --checkpoint " + made + ", and now it is --checkpoint " + moved
                        + ": give what it was");
        assertThat(made).doesNotExist();
    }

    @Test
    void allElseMayChange() throws IOException {
        open().claim();

        assertThat(open("--concurrency", "1", "--show", "0", "--output", "out", "--type", "movie"))
                .isNotNull();
    }

    @Test
    void relativeDirectoryIsTheSameAsTheWholePath() throws IOException {
        open("--watch", "in").claim();

        assertThat(open("--watch", Path.of("in").toAbsolutePath().toString())).isNotNull();
    }

    @Test
    void anotherVersionsIsRefusedWithHowToGoOn() throws IOException {
        open().claim();
        Path properties = folder.resolve("job.properties");
        Files.writeString(
                properties, Files.readString(properties).replace("version=ratings-stream ", "version=other "));

        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("was written by other " + Version.text().split(" ")[1])
                .hasMessageContaining(": delete it, or give another --checkpoint; ");
    }

    @Test
    void clockThatWentBackIsRefusedAsSparkWouldDropTheBatchesUnderWay() throws IOException {
        open().claim();
        Path spark = Files.createDirectory(folder.resolve("spark"));
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        Files.createFile(spark.resolve("checkpoint-" + Instant.now().toEpochMilli()));
        assertThat(open()).isNotNull();

        Files.createFile(spark.resolve("checkpoint-" + tomorrow.toEpochMilli() + ".bk"));

        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        " is of " + tomorrow + ", and this machine's clock is behind: set it right, or wait");
    }

    @Test
    void mistakeInTheOptionsDoesNotClaimTheDirectory() {
        open("--batch-interval", "5s");

        assertThat(open()).isNotNull();
        assertThat(folder.resolve("job.properties")).doesNotExist();
    }

    /** The other job: has the checkpoint of that folder until it is killed. */
    static final class OtherJob {

        private OtherJob() {}

        public static void main(String[] folder) throws IOException {
            open(Path.of(folder[0]));
            System.out.println("open");
            System.in.read();
        }
    }

    @Test
    void anotherJobIsKeptOutUntilThisOneIsKilled() throws Exception {
        try (Child other = Child.java(folder.resolve("said"), OtherJob.class, folder.toString())) {
            Until.holds(() -> {
                assertThat(other.isAlive()).as(other.output()).isTrue();
                return other.lines().contains("open");
            });

            assertThatThrownBy(this::open)
                    .isInstanceOf(UserError.class)
                    .hasMessage("the checkpoint in file:" + folder
                            + " is in use by another job: stop that one first, or give another --checkpoint");

            other.kill();
            other.exitCode();
        }
        assertThat(open()).isNotNull();
    }

    @Test
    void directoryThatCannotBeWrittenToIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> open(file.resolve("x")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--checkpoint can't be written to: ");
    }

    private JobCheckpoint open(String... arguments) {
        return open(folder, arguments);
    }

    private static JobCheckpoint open(Path directory, String... arguments) {
        return JobCheckpoint.open(
                new GivenFolder("--checkpoint", directory.toString()),
                FixedOptions.version(),
                FixedOptions.of(options(arguments)));
    }

    private static Options options(String... arguments) {
        return new CommandLineOptions(new SparkConf(false)).read(arguments).orElseThrow();
    }
}

package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Grep;
import io.github.ratingsstream.app.kit.PostgresServer;
import io.github.ratingsstream.app.kit.SharedCluster;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the job remembers, on disk and between executors. */
class StoreIT {

    private static final int KNOWN = 1_000;
    private static final int DISTINCT = 500;
    private static final List<String> REPEATED =
            IntStream.range(0, 2_000).mapToObj(i -> "Film " + i % DISTINCT).toList();

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @RegisterExtension
    final SharedCluster cluster = new SharedCluster();

    @RegisterExtension
    final FarEnds ends = new FarEnds(omdb -> omdb.apiKey(Submission.KEY)
            .latency(Duration.ofMillis(20))
            .titles(IntStream.range(0, KNOWN)
                    .mapToObj(i -> SimulatedTitle.id("tt" + (1_000_000 + i))
                            .title("Film " + i)
                            .year("2001")
                            .rating("7.5"))
                    .toList()));

    @Test
    void directoryRemembersAnswersAndTheDaysCountOverARestartAndTakesOneProcess() throws Exception {
        List<String> lines =
                IntStream.range(0, KNOWN).mapToObj(i -> "Film " + i).toList();
        try (Submission job = inDirectory("first").start(folder)) {
            finish(job, "first", lines);
            job.untilSaid(", left today 0, waiting 0; ");
            secondProcessIsRefusedInOneLine();
            assertThat(job.terminate().exitCode()).isZero();
        }
        ends.titles().hangUp();
        List<String> oneMore =
                Stream.concat(lines.stream(), Stream.of("One more")).toList();
        try (Submission job = inDirectory("second").start(folder)) {
            finish(job, "second", oneMore);
            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.stderr()).noneMatch(line -> line.contains(" WARN "));
        }
        assertThat(ends.omdb().requests()).hasSize(KNOWN);
        assertThat(Records.texts(folder.resolve("second"), "outcome").subList(0, KNOWN))
                .containsOnly("RATED");
        assertThat(lastReason("second")).isEqualTo("DAILY_LIMIT");
        assertThat(Grep.files(folder)).noneMatch(file -> Grep.holds(file, Submission.KEY));
    }

    private void secondProcessIsRefusedInOneLine() throws Exception {
        try (Submission second = inDirectory("none").start(folder)) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.stderr())
                    .singleElement()
                    .asString()
                    .startsWith("ratings-stream: --store can't be used: another process has the H2 database open");
        }
    }

    @Tag("full")
    @Test
    void executorsShareADatabaseForAnswersAndForTheDaysCount() throws Exception {
        PostgresServer server = PostgresServer.shared();
        wrongPasswordIsOneLine(server.database("closed"));
        everyTitleIsAskedOnce(server);
        ends.titles().hangUp();
        limitIsKeptByAllTogether(server);
        assertThat(List.of(Grep.files(folder), Grep.files(server.folder()), cluster.files()))
                .allSatisfy(files -> assertThat(files)
                        .hasSizeGreaterThan(3)
                        .noneMatch(file -> Grep.holds(file, PostgresServer.PASSWORD))
                        .noneMatch(file -> Grep.holds(file, Submission.KEY)));
    }

    private void everyTitleIsAskedOnce(PostgresServer server) throws Exception {
        try (Submission job = onCluster(server.database("shared"), "shared")
                .environment("PGUSER", PostgresServer.USER)
                .environment("PGPASSFILE", passwordFile())
                .start(folder)) {
            finish(job, "shared", REPEATED);
            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(ends.omdb().requests()).hasSize(DISTINCT);
        assertThat(Records.texts(folder.resolve("shared"), "outcome")).containsOnly("RATED");
        assertThat(cluster.executorLogs())
                .hasSize(2)
                .allSatisfy(log -> assertThat(log)
                        .contains("ClientOnExecutor: made OmdbClient[")
                        .doesNotContain("WARN StoreCalls"));
    }

    private void limitIsKeptByAllTogether(PostgresServer server) throws Exception {
        try (Submission job = onCluster(server.database("limited") + "?user=films", "limited")
                .options("--daily-limit", "100")
                .environment("PGPASSWORD", PostgresServer.PASSWORD)
                .start(folder)) {
            finish(job, "limited", REPEATED);
            // Four lines of each of a hundred titles were answered.
            job.untilSaid(", left today 0, waiting " + (REPEATED.size() - 4 * 100) + "; ");
            assertThat(ends.omdb().requests()).hasSize(DISTINCT + 100);

            server.shut("limited");
            ends.titles().send("Film 900\n");
            job.until(running -> records("limited") == REPEATED.size() + 1);
            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(lastReason("limited")).isEqualTo("STORE_DOWN");
    }

    private void wrongPasswordIsOneLine(String database) throws Exception {
        try (Submission job = ends.submission("--store", database)
                .environment("PGUSER", PostgresServer.USER)
                .environment("PGPASSWORD", "wrong")
                .start(folder)) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr())
                    .singleElement()
                    .asString()
                    .startsWith("ratings-stream: --store can't be used: the database refuses the user or the password")
                    .endsWith("; they come from PGUSER and PGPASSWORD, or .pgpass");
        }
    }

    private String passwordFile() throws Exception {
        Path file = Files.writeString(elsewhere.resolve("pgpass"), PostgresServer.passwordLine());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    private Submission.Builder inDirectory(String output) {
        return ends.submission("--store", folder.resolve("store").toString())
                .options("--output", folder.resolve(output).toString())
                .options("--daily-limit", String.valueOf(KNOWN), "--show", "0");
    }

    /** In many small blocks, so that both executors have lines to look up. */
    private Submission.Builder onCluster(String store, String output) throws Exception {
        return cluster.withAllExecutors(ends.submission("--store", store))
                .options("--output", folder.resolve(output).toString(), "--show", "0")
                // Patient with the store: a machine can stand still for some seconds.
                .options("--timeout", "5m")
                .conf("spark.streaming.receiver.maxRate", "700")
                .conf("spark.streaming.backpressure.enabled", "false")
                .conf("spark.streaming.blockInterval", "50ms");
    }

    private void finish(Submission job, String output, List<String> lines) throws Exception {
        ends.titles().send(String.join("\n", lines) + "\n");
        job.until(running -> records(output) == lines.size());
    }

    private int records(String output) {
        return Records.in(folder.resolve(output)).size();
    }

    private String lastReason(String output) {
        List<JsonObject> records = Records.in(folder.resolve(output));
        return records.get(records.size() - 1).get("reason").getAsString();
    }
}

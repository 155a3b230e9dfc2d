package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.ClassJar;
import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.FullFileSystem;
import io.github.ratingsstream.app.kit.Grep;
import io.github.ratingsstream.app.kit.RecordingPlugin;
import io.github.ratingsstream.app.kit.SharedCluster;
import io.github.ratingsstream.app.kit.SparkHome;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Executors in JVMs of their own, which have the key from the driver and nowhere else. */
class ClusterIT {

    private static final List<String> LINES = IntStream.range(0, 60)
            .mapToObj(i -> i % 2 == 0 ? "Inception" : "Nope " + i)
            .toList();

    @RegisterExtension
    final SharedCluster cluster = new SharedCluster();

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    @Test
    void standaloneClusterKeepsTheOrderWithOneClientAnExecutorAndTheUsersPlugin() throws Exception {
        Path users = Files.createDirectory(folder.resolve("plugin"));
        Path key = Files.writeString(folder.resolve("key"), Submission.KEY);

        runToTheEnd(onCluster("--api-key-file", key.toString())
                .noKey()
                // Many small blocks, so that both executors have lines to look up.
                .conf("spark.streaming.receiver.maxRate", "20")
                .conf("spark.streaming.blockInterval", "100ms")
                .spark("--jars", ClassJar.of(RecordingPlugin.class, folder))
                .conf("spark.plugins", RecordingPlugin.class.getName())
                .conf("spark.test.folder", users.toString()));

        assertThat(cluster.executorLogs())
                .hasSize(2)
                .allSatisfy(log -> assertThat(log).containsOnlyOnce("ClientOnExecutor: made OmdbClient["));
        assertThat(users.toFile().list()).containsExactlyInAnyOrder("driver", "executor-0", "executor-1");
        assertThat(cluster.files()).noneMatch(file -> Grep.holds(file, Submission.KEY));
    }

    @Tag("full")
    @Test
    void localClusterRunsTheSameJar() throws Exception {
        runToTheEnd(submission().spark("--master", "local-cluster[2,1,1024]"));

        assertThat(Grep.files(SparkHome.path().resolve("work")))
                .anyMatch(file -> file.endsWith("stderr"))
                .noneMatch(file -> Grep.holds(file, Submission.KEY));
    }

    @Tag("full")
    @Test
    void outputMayBeOnAFileSystemThatOnlyTheSettingsKnow() throws Exception {
        Submission.Builder job = ends.submission("--output", "full://" + folder.resolve("out"))
                .spark("--master", "local-cluster[2,1,1024]");

        runToTheEnd(FullFileSystem.addTo(job, folder));
    }

    @Tag("full")
    @Test
    void executorsOwnKeyWins() throws Exception {
        runToTheEnd(onCluster()
                .environment("OMDB_API_KEY", "wrong")
                .conf("spark.executorEnv.OMDB_API_KEY", Submission.KEY));
    }

    @Tag("full")
    @Test
    void refusedKeyIsOneLineAndExitCodeThree() throws Exception {
        try (Submission job = onCluster().environment("OMDB_API_KEY", "wrong").start(folder)) {
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
    void lookupsStillWaitingAfterTheDeadlineOfAStopEndOnTheExecutorsToo() throws Exception {
        ends.omdb().failWhen(request -> Optional.of(Fault.hang()));
        Path output = folder.resolve("out");
        try (Submission job = onCluster("--timeout", "4s", "--attempt-timeout", "4s", "--concurrency", "1")
                .start(folder)) {
            ends.titles().send(String.join("\n", LINES) + "\n");
            job.until(running -> ends.omdb().underWay() > 0);

            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(Records.texts(output, "input")).isEqualTo(LINES);
        assertThat(Records.texts(output, "reason")).contains("STOPPING").containsOnly("STOPPING", "TIMEOUT");
    }

    private void runToTheEnd(Submission.Builder submission) throws Exception {
        Path output = folder.resolve("out");
        try (Submission job = submission.start(folder)) {
            ends.titles().send(String.join("\n", LINES) + "\n");
            job.until(running -> Records.in(output).size() == LINES.size());

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.rows()).hasSize(LINES.size() / 2);
            assertThat(job.stderr())
                    .filteredOn(line -> line.startsWith("ratings-stream: reading titles from"))
                    .hasSize(1);
        }
        assertThat(Records.texts(output, "input")).isEqualTo(LINES);
        assertThat(Records.texts(output, "outcome")).containsOnly("RATED", "NOT_FOUND");
    }

    private Submission.Builder onCluster(String... options) throws Exception {
        return cluster.withAllExecutors(submission(options));
    }

    private Submission.Builder submission(String... options) {
        return ends.submission("--output", folder.resolve("out").toString()).options(options);
    }
}

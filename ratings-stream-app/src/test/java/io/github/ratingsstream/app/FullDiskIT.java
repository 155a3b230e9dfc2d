package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.FullFileSystem;
import io.github.ratingsstream.app.kit.JobFolders;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full ends the job; with room again it goes on where it was. */
@Tag("full")
class FullDiskIT {

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    private final List<String> lines =
            IntStream.range(0, 40).mapToObj(i -> "Nope " + i).toList();

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(folder.resolve("titles"));
    }

    @Test
    void underTheCheckpointItEndsAJobThatHasNothingToDo() throws Exception {
        try (Submission job = job("full://" + folder + "/checkpoint", folder + "/out")) {
            job.until(running -> JobFolders.hasCheckpoint(folder.resolve("checkpoint")));
            FullFileSystem.fill(folder);

            endsInALine(job);
        }
        goesOnWhereItWas("full://" + folder + "/checkpoint", folder + "/out");
    }

    @Test
    void underTheOutputItEndsTheJobWithTheBatch() throws Exception {
        try (Submission job = job(folder + "/checkpoint", "full://" + folder + "/out")) {
            job.until(running -> JobFolders.hasCheckpoint(folder.resolve("checkpoint")));
            FullFileSystem.fill(folder);
            writeLines();

            endsInALine(job);
        }
        assertThat(Records.in(folder.resolve("out"))).isEmpty();
        goesOnWhereItWas(folder + "/checkpoint", "full://" + folder + "/out");
    }

    @Test
    void inTheMiddleOfAStopItEndsTheJobToo() throws Exception {
        ends.omdb().failWhen(request -> Optional.of(Fault.hang()));
        Submission.Builder submission = ends.submission("--checkpoint", "full://" + folder + "/checkpoint");
        try (Submission job = FullFileSystem.addTo(submission, folder).start(folder)) {
            ends.titles().send("Inception\n");
            job.until(running -> ends.omdb().underWay() > 0);
            job.terminate();
            job.untilSaid("finishing what was received");
            FullFileSystem.fill(folder);
            ends.omdb().close();

            endsInALine(job);
        }
    }

    private static void endsInALine(Submission job) throws InterruptedException {
        assertThat(job.exitCode()).isEqualTo(1);
        assertThat(job.stderr())
                .filteredOn(line -> line.startsWith("ratings-stream: the stream failed: "))
                .singleElement()
                .asString()
                .contains("No space left on device");
    }

    private void goesOnWhereItWas(String checkpoint, String output) throws Exception {
        FullFileSystem.makeRoom(folder);
        if (!Files.exists(folder.resolve("titles/list"))) {
            writeLines();
        }
        try (Submission job = job(checkpoint, output)) {
            job.until(running -> Records.in(folder.resolve("out")).size() >= lines.size());

            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(Records.texts(folder.resolve("out"), "input")).isEqualTo(lines);
    }

    private Submission job(String checkpoint, String output) throws Exception {
        Submission.Builder submission = Submission.of(
                        "--omdb-url", ends.omdb().url().toString(), "--batch-interval", "500ms")
                .options("--watch", folder.resolve("titles").toString())
                .options("--checkpoint", checkpoint, "--output", output);
        return FullFileSystem.addTo(submission, folder).start(folder);
    }

    private void writeLines() throws IOException {
        JobFolders.send(folder.resolve("titles"), "list", lines);
    }
}

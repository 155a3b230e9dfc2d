package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.JobFolders;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An output folder has one job that writes to it, until that one ends, in whatever way. */
class OneWriterIT {

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    @Test
    void secondJobIsRefusedAndOneAfterAKillSweepsUpAndGoesOn() throws Exception {
        Path output = folder.resolve("out");
        Path titles = Files.createDirectory(folder.resolve("titles"));
        try (Submission first = job(output)) {
            first.untilSaid("reading titles from");

            try (Submission second = job(output)) {
                assertThat(second.exitCode()).isEqualTo(2);
                assertThat(second.stderr())
                        .containsExactly("ratings-stream: the folder file:" + output
                                + " is in use by another job: stop that one first, or give another --output");
            }
            first.kill();
        }
        Files.createDirectory(output.resolve("_batch-1000"));
        try (Submission next = job(output)) {
            next.untilSaid("reading titles from");
            JobFolders.send(titles, "list.txt", List.of("Inception"));
            next.until(running -> Records.in(output).size() == 1);

            assertThat(next.terminate().exitCode()).isZero();
        }
        assertThat(output.resolve("_batch-1000")).doesNotExist();
    }

    private Submission job(Path output) throws Exception {
        return Submission.of("--omdb-url", ends.omdb().url().toString(), "--batch-interval", "1s")
                .options("--watch", folder + "/titles", "--output", output.toString())
                .start(folder);
    }
}

package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Script;
import io.github.ratingsstream.app.kit.TitleServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ratings-stream} runs the job where no Spark is installed. */
class LauncherScriptIT {

    @TempDir
    private Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    private Path checkout;

    /** As somebody's home may be called, and called from elsewhere. */
    @BeforeEach
    void link() throws IOException {
        checkout = Files.createSymbolicLink(folder.resolve("a folder"), Script.CHECKOUT);
    }

    @Test
    void sparksOptionsGoFirstAndTheJobsFollow() throws Exception {
        TitleServer titles = ends.titles();
        try (Script job = Script.run(
                folder,
                checkout.resolve("ratings-stream").toString(),
                "--driver-memory",
                "512m",
                "--conf",
                "spark.ui.enabled=false",
                "--master",
                "local[2]",
                "--conf",
                "spark.ratings.show=1",
                "--offline",
                "--port",
                titles.port(),
                "--batch-interval",
                "1s")) {
            titles.send("Inception\nDune (2021)\n");
            job.until(script -> script.stdout().contains("..."));

            job.terminate();

            assertThat(job.exitCode()).isZero();
            assertThat(job.stdout()).contains("('Inception', '8.8')\n...").doesNotContain("Dune");
        }
    }

    @Test
    void everyWordReachesTheJobAsItWasGiven() throws Exception {
        try (Script job = Script.run(
                folder, checkout.resolve("ratings-stream").toString(), "--offline", "--format", "two words")) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr()).contains("'two words' is not python or json");
        }
    }

    @Test
    void withoutABuildItSaysWhatToDo() throws Exception {
        Path alone = Files.copy(Script.CHECKOUT.resolve("ratings-stream"), folder.resolve("ratings-stream"));
        try (Script job = Script.run(folder, "sh", alone.toString(), "--offline")) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr())
                    .isEqualTo("ratings-stream: the job is not built yet; mvn package -DskipTests builds it,"
                            + " in a minute or two\n");
        }
    }

    @Test
    void completionIsAScriptThatBashCanRead() throws Exception {
        try (Script job = Script.run(folder, checkout.resolve("ratings-stream").toString(), "--completion")) {
            assertThat(job.exitCode()).isZero();
            assertThat(job.stdout()).contains("complete ").contains("--batch-interval");
        }
    }
}

package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Executors in JVMs of their own, which have the key from the driver and nowhere else. */
class ClusterIT {

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    @Test
    void executorsAskTheDriverForTheKeyAndKeepTheOrder() throws Exception {
        List<String> lines = IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? "Inception" : "Nope " + i)
                .toList();
        Path output = folder.resolve("out");
        Path key = Files.writeString(folder.resolve("key"), Submission.KEY);
        try (Submission job = ends.submission("--output", output.toString(), "--api-key-file", key.toString())
                .noKey()
                .spark("--master", "local-cluster[2,1,1024]")
                .start(folder)) {
            ends.titles().send(String.join("\n", lines) + "\n");
            job.until(running -> Records.in(output).size() == lines.size());

            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(Records.texts(output, "input")).isEqualTo(lines);
        assertThat(Grep.files(Submission.sparkHome().resolve("work")))
                .anyMatch(file -> file.endsWith("stderr"))
                .noneMatch(file -> Grep.holds(file, Submission.KEY));
        assertThat(Records.texts(output, "outcome")).containsOnly("RATED", "NOT_FOUND");
    }
}

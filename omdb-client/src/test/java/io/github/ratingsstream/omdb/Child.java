package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program run by a JVM of its own. */
record Child(int exitCode, String output) {

    /** Waits for its end; what it printed to both of its streams is kept in the file. */
    static Child run(Path log, List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as("ends within ten minutes: %s", command)
                    .isTrue();
            return new Child(process.exitValue(), Files.readString(log));
        } finally {
            process.destroyForcibly();
        }
    }

    List<String> lines() {
        return output.lines().toList();
    }
}

package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.Fault;
import io.github.ratingsstream.omdb.SimulatedTitle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A key unlike anything else, faults going on, every logger at DEBUG: then look for it everywhere. */
class SecretIT {

    private static final String KEY = "zq7Xk2mP";

    private static final String DEBUG = """
            rootLogger.level = debug
            rootLogger.appenderRef.stderr.ref = stderr
            appender.stderr.type = Console
            appender.stderr.name = stderr
            appender.stderr.target = SYSTEM_ERR
            appender.stderr.layout.type = PatternLayout
            appender.stderr.layout.pattern = %p %c %m%n
            """;

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @RegisterExtension
    final FarEnds ends =
            new FarEnds(omdb -> omdb.apiKey(KEY).title(SimulatedTitle.of("tt1375666", "Inception", "2010", "8.8")));

    @Test
    void keyIsInNoStreamLogEventOrFile() throws Exception {
        try (Submission job = submission().start(folder)) {
            ends.omdb()
                    .failNext(
                            Fault.page(503),
                            Fault.reset(),
                            Fault.cutOff(),
                            Fault.hang(),
                            Fault.error(200, "apikey=" + KEY + " is bad"),
                            Fault.retryAfter(429, Duration.ofSeconds(1)));
            ends.titles().send("Inception\nAlien\nDune\nHeat\nInception\nInception\n");
            job.until(running -> running.rows().size() >= 1);
            assertThat(job.terminate().exitCode()).isZero();
            // The test can see what it would have to see.
            assertThat(String.join("\n", job.stderr())).contains("DEBUG org.apache.spark");
        }
        assertThat(Grep.files(folder)).hasSizeGreaterThanOrEqualTo(4).noneMatch(file -> Grep.holds(file, KEY));
    }

    private Submission.Builder submission() throws IOException {
        Path keyFile = Files.writeString(elsewhere.resolve("omdb.properties"), "omdb.api.key = " + KEY + "\n");
        Path debug = Files.writeString(elsewhere.resolve("log4j2.properties"), DEBUG);
        Path events = Files.createDirectory(folder.resolve("events"));
        return ends.submission("--api-key-file", keyFile.toString(), "--attempt-timeout", "500ms")
                .options("--output", folder.resolve("out").toString())
                .noKey()
                .jvm("-Dlog4j2.configurationFile=" + debug.toUri(), "-Djava.io.tmpdir=" + folder)
                .spark("--conf", "spark.eventLog.enabled=true", "--conf", "spark.eventLog.dir=" + events.toUri());
    }
}

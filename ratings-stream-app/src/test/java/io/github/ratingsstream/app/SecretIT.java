package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.Crawl;
import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Grep;
import io.github.ratingsstream.app.kit.PostgresServer;
import io.github.ratingsstream.app.kit.SharedCluster;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key unlike anything else, faults going on, every logger at DEBUG: then look for it everywhere. */
class SecretIT {

    private static final String KEY = "zq7Xk2mP";
    private static final Pattern UI_PORT = Pattern.compile("service 'SparkUI' on port (\\d+)");

    private static final String DEBUG = """
            rootLogger.level = debug
            rootLogger.appenderRef.stderr.ref = stderr
            appender.stderr.type = Console
            appender.stderr.name = stderr
            appender.stderr.target = SYSTEM_ERR
            appender.stderr.layout.type = PatternLayout
            appender.stderr.layout.pattern = %p %c %m%n
            """;

    /** All of it is searched for the key and for the database's password. */
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @RegisterExtension
    final SharedCluster cluster = new SharedCluster();

    @RegisterExtension
    final FarEnds ends = new FarEnds(omdb -> omdb.apiKey(KEY)
            .title(SimulatedTitle.id("tt1375666")
                    .title("Inception")
                    .year("2010")
                    .rating("8.8")));

    /** With the user's class path first, our classes log in a context of their own. */
    @Tag("full")
    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void keyIsInNoStreamLogEventPageOrFileInLocalMode(String usersClassPathFirst) throws Exception {
        runAndSearch(submission()
                .conf("spark.driver.userClassPathFirst", usersClassPathFirst)
                .options("--store", folder.resolve("store").toString()));
        assertThat(folder.resolve("store")).isNotEmptyDirectory();
    }

    @Test
    void keyIsInNoStreamLogEventPageOrFileOnACluster() throws Exception {
        PostgresServer server = PostgresServer.shared();
        runAndSearch(cluster.withAllExecutors(submission())
                .options("--store", server.database("films") + "?user=" + PostgresServer.USER)
                .environment("PGPASSWORD", PostgresServer.PASSWORD));
        assertThat(cluster.executorLogs()).hasSize(2).allMatch(log -> log.contains("DEBUG org.apache.spark"));
        assertSecret(cluster.files());
        assertSecret(Grep.files(server.folder()));
    }

    private void runAndSearch(Submission.Builder submission) throws Exception {
        Map<URI, String> pages;
        try (Submission job = submission.start(folder)) {
            ends.omdb()
                    .failNext(
                            Fault.page(503),
                            Fault.reset(),
                            Fault.cutOff(),
                            Fault.hang(),
                            Fault.error(200, "apikey=" + KEY + " is bad"),
                            Fault.retryAfter(429, Duration.ofSeconds(1)));
            ends.titles().send("Inception\nAlien\nDune\nHeat\n");
            // The first four faults pass, so their titles are asked again and meet the other two.
            job.until(running -> ends.omdb().requests().size() >= 6);
            ends.titles().send("Inception (2010)\n");
            job.until(running -> !running.rows().isEmpty());
            pages = Crawl.of(ui(job));
            assertThat(job.terminate().exitCode()).isZero();
            // The test can see what it would have to see.
            assertThat(String.join("\n", job.stderr())).contains("DEBUG org.apache.spark");
        }
        search(pages);
    }

    private void search(Map<URI, String> pages) throws IOException {
        assertThat(pages.keySet().stream().map(URI::getPath))
                .contains("/streaming/", "/environment/", "/executors/", "/metrics/json/")
                .anyMatch(path -> path.matches("/api/v1/applications/.+/environment"));
        assertThat(pages).allSatisfy((page, text) -> assertThat(text).doesNotContain(KEY, PostgresServer.PASSWORD));
        assertSecret(Grep.files(folder));
        assertThat(Grep.files(folder.resolve("checkpoint")))
                .anyMatch(file -> file.toString().contains("/receivedData/") && Grep.holds(file, "Inception"))
                .anyMatch(file -> Grep.holdsCompressed(file, "spark.redaction.regex"))
                .noneMatch(file -> Grep.holdsCompressed(file, KEY))
                .noneMatch(file -> Grep.holdsCompressed(file, PostgresServer.PASSWORD));
    }

    private static void assertSecret(List<Path> files) {
        assertThat(files)
                .hasSizeGreaterThanOrEqualTo(4)
                .noneMatch(file -> Grep.holds(file, KEY))
                .noneMatch(file -> Grep.holds(file, PostgresServer.PASSWORD));
    }

    private static URI ui(Submission job) {
        Matcher port = UI_PORT.matcher(String.join("\n", job.stderr()));
        assertThat(port.find()).isTrue();
        return URI.create("http://127.0.0.1:" + port.group(1) + "/");
    }

    private Submission.Builder submission() throws IOException {
        Path keyFile = Files.writeString(elsewhere.resolve("omdb.properties"), "omdb.api.key = " + KEY + "\n");
        Path debug = Files.writeString(elsewhere.resolve("log4j2.properties"), DEBUG);
        Path events = Files.createDirectory(folder.resolve("events"));
        String logging = "-Dlog4j2.configurationFile=" + debug.toUri();
        return ends.submission("--api-key-file", keyFile.toString(), "--attempt-timeout", "3s")
                .options("--output", folder.resolve("out").toString())
                .options("--checkpoint", folder.resolve("checkpoint").toString())
                .noKey()
                .ui()
                .jvm(logging, "-Djava.io.tmpdir=" + folder)
                .conf("spark.executor.extraJavaOptions", logging + " -Djava.io.tmpdir=" + folder)
                .conf("spark.eventLog.enabled", "true")
                .conf("spark.eventLog.dir", events.toUri().toString());
    }
}

package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Script;
import io.github.ratingsstream.app.kit.TitleServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Spark's launcher would print a stack trace, or leave it to the JVM to refuse. */
    @ParameterizedTest
    @CsvSource({
        "--master, locl[2], locl[2] is not a valid master; a local one is local[2] or local[*]",
        "--driver-memory, lots, '--driver-memory is a number with a unit, such as 2g: lots'",
        "--driver-memory, 2, '--driver-memory is a number with a unit, such as 2g: 2'",
        "--driver-memory, 2x, '--driver-memory is a number with a unit, such as 2g: 2x'"
    })
    void mistakeInSparksOptionsIsOneLine(String option, String value, String line) throws Exception {
        try (Script job =
                Script.run(folder, checkout.resolve("ratings-stream").toString(), option, value, "--offline")) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr()).isEqualTo("ratings-stream: " + line + "\n");
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

    /** As the documents advise it for logs, proxies and trust stores. */
    @Test
    void settingsOfTheJvmReachIt() throws Exception {
        Path logging = Files.writeString(folder.resolve("log4j2.properties"), """
                rootLogger.level = info
                rootLogger.appenderRef.stderr.ref = stderr
                appender.stderr.type = Console
                appender.stderr.name = stderr
                appender.stderr.target = SYSTEM_ERR
                appender.stderr.layout.type = PatternLayout
                appender.stderr.layout.pattern = in my own words: %m%n
                """);
        try (Script job = Script.run(
                folder,
                checkout.resolve("ratings-stream").toString(),
                "-c",
                "spark.app.name=it's mine",
                "--conf=spark.driver.extraJavaOptions=-Dlog4j2.configurationFile=" + logging.toUri(),
                "--offline",
                "--watch",
                "no such folder")) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr()).contains("in my own words: ").contains("can't be read: no such folder");
        }
    }

    @Test
    void sparksOwnScriptIsUsedWhereThereIsOne() throws Exception {
        Path spark = Files.createDirectories(folder.resolve("my spark"));
        Files.createDirectory(spark.resolve("jars"));
        executable(Files.createDirectory(spark.resolve("bin")).resolve("spark-submit"), "printf '<%s>' \"$@\"");
        try (Script job = Script.run(
                folder,
                "env",
                "SPARK_HOME=" + spark,
                checkout.resolve("ratings-stream").toString(),
                "--driver-java-options",
                "-Da=b -Dc=d",
                "--show",
                "it's")) {
            assertThat(job.exitCode()).isZero();
            assertThat(job.stdout())
                    .matches("<--driver-java-options><-Da=b -Dc=d><--class><.*><.*[.]jar><--show><it's>");
        }
    }

    @Test
    void oldJavaIsOneLine() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        executable(bin.resolve("java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        try (Script job = Script.run(
                folder,
                "env",
                "JAVA_HOME=" + bin.getParent(),
                checkout.resolve("ratings-stream").toString(),
                "--offline")) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.stderr()).isEqualTo("ratings-stream: this is Java 11; set JAVA_HOME to a JDK 17 or 21\n");
        }
    }

    private static void executable(Path script, String line) throws IOException {
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
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

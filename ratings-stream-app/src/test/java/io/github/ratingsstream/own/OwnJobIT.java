package io.github.ratingsstream.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.ratingsstream.app.kit.ClassJar;
import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Grep;
import io.github.ratingsstream.app.kit.SparkHome;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's job of one's own, with its executors in the driver's JVM and in others. */
@Tag("full")
class OwnJobIT {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    @ParameterizedTest
    @ValueSource(strings = {"local[2]", "local-cluster[2,1,1024]"})
    void keyReachesItsExecutorsAndEachLineHasItsRecord(String master) throws Exception {
        Path events = Files.createDirectory(folder.resolve("events"));
        Path key = Files.writeString(elsewhere.resolve("key"), Submission.KEY);
        Path output = folder.resolve("out");
        try (Submission job = Submission.of(
                        key.toString(),
                        ends.omdb().url().toString(),
                        "127.0.0.1",
                        ends.titles().port(),
                        output.toString())
                .jar(ClassJar.of(OwnJob.class, folder))
                .spark("--class", OwnJob.class.getName(), "--master", master)
                .spark("--jars", System.getProperty("app.jar"))
                .conf("spark.eventLog.enabled", "true")
                .conf("spark.eventLog.dir", events.toUri().toString())
                .noKey()
                .start(folder)) {
            ends.titles().send("Inception\n" + "x".repeat(2_000) + "\nNope\n");
            job.until(running -> Records.in(output).size() == 3);
        }

        assertThat(Records.in(output))
                .extracting(record -> text(record, "outcome"))
                .containsExactly("RATED", "INVALID", "NOT_FOUND");
        assertThat(Grep.files(folder)).noneMatch(file -> Grep.holds(file, Submission.KEY));
        if (master.startsWith("local-cluster")) {
            assertThat(Grep.files(SparkHome.path().resolve("work")))
                    .noneMatch(file -> Grep.holds(file, Submission.KEY));
        }
    }

    private static String text(JsonObject record, String name) {
        return record.get(name).getAsString();
    }
}

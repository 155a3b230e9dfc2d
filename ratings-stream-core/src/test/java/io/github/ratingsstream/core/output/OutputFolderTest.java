package io.github.ratingsstream.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.kit.LocalSpark;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.core.kit.Results;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that runs again replaces its folder whole, wherever it was cut off. */
class OutputFolderTest {

    @TempDir
    Path root;

    @Test
    void batchThatRunsAgainReplacesItsFolderWhole() throws Exception {
        try (JavaSparkContext spark = LocalSpark.start()) {
            OutputFolder output = OutputFolder.open(new GivenFolder("--output", root.toString()));
            output.write(spark.parallelize(results("a", "b", "c"), 3), 1_000);

            output.write(spark.parallelize(results("a", "d"), 1), 1_000);
        }
        assertThat(Records.texts(root, "input")).containsExactly("a", "d");
    }

    @Test
    void batchThatRunsAgainWithoutRecordsHasNoFolder() throws Exception {
        LookupResult waiting = Results.failed("a", Reason.DAILY_LIMIT, 1)
                .arrivedAt(Instant.EPOCH)
                .parked();
        try (JavaSparkContext spark = LocalSpark.start()) {
            OutputFolder output = OutputFolder.open(new GivenFolder("--output", root.toString()));
            output.write(spark.parallelize(results("a"), 1), 1_000);

            output.write(spark.parallelize(List.of(waiting), 1), 1_000);
        }
        assertThat(root).isEmptyDirectory();
    }

    /** As a kill leaves it between the delete of the old folder and the rename of the new one. */
    @Test
    void batchCutOffBeforeItsRenameIsThereAfterItRanAgain() throws Exception {
        Path unfinished = Files.createDirectory(root.resolve("_batch-1000"));
        Files.writeString(unfinished.resolve("part-00005"), "{\"input\":\"old\"}");
        Files.writeString(unfinished.resolve("_part-00001-7"), "{\"inp");
        try (JavaSparkContext spark = LocalSpark.start()) {
            OutputFolder.open(new GivenFolder("--output", root.toString()))
                    .write(spark.parallelize(results("a", "b"), 2), 1_000);
        }
        assertThat(Records.texts(root, "input")).containsExactly("a", "b");
        assertThat(root.toFile().list()).containsExactly("batch-1000");
    }

    private static List<LookupResult> results(String... inputs) {
        return List.of(inputs).stream()
                .map(input -> LookupResult.invalid(input, "test"))
                .toList();
    }
}

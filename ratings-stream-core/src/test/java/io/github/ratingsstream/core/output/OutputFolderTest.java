package io.github.ratingsstream.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.kit.LocalSpark;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.core.kit.Results;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
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
        assertThat(root.toFile().list()).containsExactly("_lock");
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
        assertThat(root.toFile().list()).containsExactlyInAnyOrder("_lock", "batch-1000");
    }

    @Test
    void batchOfFewLinesIsOnePartInOrderHoweverManyPartitionsItHas() throws Exception {
        String[] inputs = IntStream.range(0, 100).mapToObj(i -> "line " + i).toArray(String[]::new);
        try (JavaSparkContext spark = LocalSpark.start()) {
            // Cached, as a job's results are: then Spark's own way to fewer partitions mixes them up.
            JavaRDD<LookupResult> cached =
                    spark.parallelize(results(inputs), 50).cache();
            OutputFolder.open(new GivenFolder("--output", root.toString())).write(cached, 1_000);
        }
        assertThat(Records.texts(root, "input")).containsExactly(inputs);
        assertThat(root.resolve("batch-1000").toFile().list()).containsExactly("part-00000");
    }

    @Test
    void partHoldsAThousandLinesWhereTheBatchHasThem() throws Exception {
        String[] inputs = IntStream.range(0, 2_500).mapToObj(i -> "line " + i).toArray(String[]::new);
        try (JavaSparkContext spark = LocalSpark.start()) {
            OutputFolder.open(new GivenFolder("--output", root.toString()))
                    .write(spark.parallelize(results(inputs), 25).cache(), 1_000);
        }
        assertThat(Records.texts(root, "input")).containsExactly(inputs);
        assertThat(root.resolve("batch-1000").toFile().list()).containsExactlyInAnyOrder("part-00000", "part-00001");
    }

    @Test
    void recordsThatOnlyTheTasksMachineSeesFailTheBatch() throws Exception {
        SparkConf conf = LocalSpark.conf()
                .set("spark.hadoop.fs.owndisks.impl", OwnDisks.class.getName())
                .set("spark.hadoop.fs.owndisks.impl.disable.cache", "true");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            OutputFolder output = OutputFolder.open(new GivenFolder("--output", "owndisks://" + root.resolve("out")));

            assertThatThrownBy(() -> output.write(spark.parallelize(results("a", "b", "c"), 2), 1_000))
                    .isInstanceOf(IOException.class)
                    .hasMessage("3 of 3 records are not in owndisks:" + root.resolve("out")
                            + " as the driver's machine sees it; if that is a disk of each machine's own,"
                            + " give a folder that all of them share");
        }
        assertThat(Records.in(root.resolve("out"))).isEmpty();
        assertThat(root.resolve("out-of-tasks")).isNotEmptyDirectory();
    }

    @Test
    void foldersOfBatchesThatAKillCutOffAreSweptAtTheStart() throws Exception {
        Files.writeString(Files.createDirectory(root.resolve("_batch-1000")).resolve("part-00000"), "{}");
        Files.createDirectory(root.resolve("batch-500"));
        Files.createDirectory(root.resolve("_mine"));

        OutputFolder.open(new GivenFolder("--output", root.toString()));

        assertThat(root.toFile().list()).containsExactlyInAnyOrder("_lock", "_mine", "batch-500");
    }

    private static List<LookupResult> results(String... inputs) {
        return List.of(inputs).stream()
                .map(input -> LookupResult.invalid(input, "test"))
                .toList();
    }

    /** A path is another place for a task than for the driver, as on machines that share no disk. */
    public static final class OwnDisks extends RawLocalFileSystem {

        @Override
        public URI getUri() {
            return URI.create("owndisks:///");
        }

        @Override
        public String getScheme() {
            return "owndisks";
        }

        @Override
        public File pathToFile(org.apache.hadoop.fs.Path path) {
            File file = super.pathToFile(path);
            return TaskContext.get() == null ? file : new File(file.getPath().replace("/out", "/out-of-tasks"));
        }
    }
}

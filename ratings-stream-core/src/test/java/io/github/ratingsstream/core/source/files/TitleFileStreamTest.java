package io.github.ratingsstream.core.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.core.source.Drain;
import io.github.ratingsstream.core.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files become a stream's batches. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
class TitleFileStreamTest {

    @TempDir
    Path folder;

    @Test
    void filesBecomeLinesInTheOrderOfNamesAndLines() throws Exception {
        write("b", "3\n4");
        write("a", "1\r\n2\n");
        try (FileStreamKit stream = new FileStreamKit(source())) {
            assertThat(flat(stream.nextBatch())).containsExactly("1", "2", "3", "4");
            assertThat(stream.nextBatch()).isEmpty();

            write("_0", "5\n");
            assertThat(stream.nextBatch()).isEmpty();
            Files.move(folder.resolve("_0"), folder.resolve("0"));

            assertThat(flat(stream.nextBatch())).containsExactly("5");
        }
    }

    /** A fresh file is whole at the second look, and Spark may have started before one would show anything. */
    @Test
    void freshFilesThatAreThereAtTheStartComeWithTheOldOnesInOrder() throws Exception {
        write("a", "1\n2\n");
        Files.setLastModifiedTime(write("b", "3\n"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        try (FileStreamKit stream = new FileStreamKit(new MadeWhenSparkIsThere(intake(Clock.systemUTC())))) {
            assertThat(flat(stream.nextBatch())).containsExactly("1", "2", "3");
        }
    }

    private record MadeWhenSparkIsThere(FileIntake intake) implements Source {

        @Override
        public JavaDStream<String> titles(JavaStreamingContext context) {
            return new FileSource(intake, 1_000, line -> {}).titles(context);
        }

        @Override
        public Drain drain() {
            return new FileDrain(intake);
        }
    }

    @Test
    void longFileIsReadInSmallPartitionsOverSeveralBatches() throws Exception {
        List<String> lines =
                IntStream.range(0, 20_000).mapToObj(i -> "Title " + i).toList();
        write("list", String.join("\n", lines));
        try (FileStreamKit stream = new FileStreamKit(source())) {
            List<List<String>> first = stream.nextBatch();
            assertThat(first).hasSize(16).allMatch(partition -> partition.size() < 1_000);
            List<String> read = flat(first);
            List<String> second = flat(stream.nextBatch());
            read.addAll(second);
            read.addAll(flat(stream.nextBatch()));

            assertThat(second).hasSizeLessThan(15_000);
            assertThat(read).isEqualTo(lines);
        }
    }

    @Test
    void smallFilesShareAPartition() throws Exception {
        for (int i = 10; i < 50; i++) {
            write("list-" + i, i + "\n");
        }
        try (FileStreamKit stream = new FileStreamKit(source())) {
            List<List<String>> batch = stream.nextBatch();

            assertThat(batch).hasSizeLessThan(20);
            assertThat(flat(batch)).hasSize(40).isSorted();
        }
    }

    @Test
    void fileThatVanishesAfterItWasTakenCostsNoOtherFilesLines() throws Exception {
        write("a", "1\n");
        Path vanishing = write("b", "2\n");
        write("c", "3\n");
        FileIntake intake = intake();
        try (FileStreamKit stream = new FileStreamKit(new FileSource(intake, 1_000, line -> {}))) {
            intake.take(1_000);
            Files.delete(vanishing);

            assertThat(flat(stream.nextBatch())).containsExactly("1", "3");
        }
    }

    @Test
    void batchIsUnderWayUntilItsOutputsAreDone() throws Exception {
        write("a", "1\n");
        FileIntake intake = intake();
        try (FileStreamKit stream = new FileStreamKit(new FileSource(intake, 1_000, line -> {}))) {
            stream.nextBatch();

            assertThat(new FileDrain(intake).await(stream.context(), () -> false))
                    .isTrue();
            assertThat(intake.underWay()).isZero();
            write("b", "2\n");
            assertThat(stream.nextBatch()).isEmpty();
        }
    }

    @Test
    void clockThatJumpsADayMakesUpItsBatchesAndReadsEachLineOnce() throws Exception {
        write("a", "1\n2\n");
        try (FileStreamKit stream = new FileStreamKit(source(), Duration.ofHours(1))) {
            List<List<List<String>>> madeUp = stream.batchesOfAJump(Duration.ofDays(1));
            assertThat(madeUp).hasSize(24);
            assertThat(madeUp.stream().flatMap(batch -> flat(batch).stream())).containsExactly("1", "2");

            write("b", "3\n");
            assertThat(flat(stream.nextBatch())).containsExactly("3");
        }
    }

    @Test
    void missingFolderAndAFileInItsPlaceAreRefused() throws IOException {
        assertThatThrownBy(() -> TitleFolder.checked(given(folder.resolve("none"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the directory of --watch can't be read: ");
        assertThatThrownBy(() -> TitleFolder.checked(given(write("list", "x"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--watch needs a directory, and this is a file: ");
    }

    private Source source() {
        return new FileSource(intake(), 1_000, line -> {});
    }

    private static GivenFolder given(Path folder) {
        return new GivenFolder("--watch", folder.toString());
    }

    private FileIntake intake() {
        return intake(FileStreamKit.LATER);
    }

    private FileIntake intake(Clock clock) {
        FileIntake intake =
                new FileIntake(new org.apache.hadoop.fs.Path(folder.toUri()), new TakenInMemory(), line -> {}, clock);
        intake.open();
        return intake;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> flat(List<List<String>> partitions) {
        return partitions.stream().flatMap(Collection::stream).collect(Collectors.toList());
    }
}

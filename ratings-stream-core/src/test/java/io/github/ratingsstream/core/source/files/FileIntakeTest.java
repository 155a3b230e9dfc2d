package io.github.ratingsstream.core.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each batch takes from a folder. */
class FileIntakeTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private FileIntake intake;
    private long batch;

    @BeforeEach
    void openFolder() {
        intake = intakeOf(new TakenInMemory());
    }

    @Test
    void filesOfABatchComeInTheOrderOfTheirNames() throws IOException {
        write("b", "x\n");
        write("a", "x\n");
        write("B", "x\n");

        assertThat(takeAndFinish()).extracting(FileStretch::name).containsExactly("B", "a", "b");
        assertThat(takeAndFinish()).isEmpty();
    }

    @Test
    void fileIsTakenOnceHoweverOldItIs() throws IOException {
        Files.setLastModifiedTime(write("new", "x\n"), FileTime.from(Instant.now()));
        Files.setLastModifiedTime(write("old", "x\n"), FileTime.from(Instant.EPOCH));
        assertThat(takeAndFinish()).extracting(FileStretch::name).containsExactly("new", "old");

        Path arrives = write("arrives", "x\n");
        Files.setLastModifiedTime(arrives, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));

        assertThat(takeAndFinish()).extracting(FileStretch::name).containsExactly("arrives");
        assertThat(takeAndFinish()).isEmpty();
    }

    @Test
    void hiddenFileIsTakenWhenItIsRenamed() throws IOException {
        Path dot = write(".list", "x\n");
        Path underscore = write("_list", "x\n");
        assertThat(takeAndFinish()).isEmpty();

        Files.move(dot, folder.resolve("list-1"));
        Files.move(underscore, folder.resolve("list-2"));

        assertThat(takeAndFinish()).extracting(FileStretch::name).containsExactly("list-1", "list-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list._COPYING_", "list.filepart", "list.part", "list.tmp"})
    void fileThatAProgramStillCopiesIsTakenWhenItIsRenamed(String name) throws IOException {
        Path copying = write(name, "x\n");
        assertThat(takeAndFinish()).isEmpty();

        Files.move(copying, folder.resolve("list"));

        assertThat(takeAndFinish()).extracting(FileStretch::name).containsExactly("list");
        assertThat(said).isEmpty();
    }

    @Test
    void foldersAndWhatIsInThemAreLeftAloneAndSaidSoOnce() throws IOException {
        Files.createDirectory(folder.resolve("_hidden"));
        assertThat(takeAndFinish()).isEmpty();
        assertThat(said).isEmpty();
        Files.writeString(Files.createDirectory(folder.resolve("sub")).resolve("list"), "x\n");
        Files.createDirectory(folder.resolve("sub-2"));

        assertThat(takeAndFinish()).isEmpty();
        assertThat(takeAndFinish()).isEmpty();
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("sub is a directory, and what is in it is not read: only files directly in file:");
    }

    @Test
    void emptyFileIsTakenWhenItHasLines() throws IOException {
        Path file = write("list", "");
        assertThat(takeAndFinish()).isEmpty();

        Files.writeString(file, "x\n");

        assertThat(takeAndFinish()).hasSize(1);
        assertThat(said).isEmpty();
    }

    @Test
    void fileThatGrewIsSaidOnceAndNotReadAgain() throws IOException {
        Path file = write("list", "x\n");
        takeAndFinish();

        Files.writeString(file, "y\n", StandardOpenOption.APPEND);

        assertThat(takeAndFinish()).isEmpty();
        assertThat(takeAndFinish()).isEmpty();
        assertThat(said)
                .containsExactly("list has changed after it was read; what is new in it is not read: put that in a new"
                        + " file");
    }

    @Test
    void fileOfTheSameLengthButANewTimeIsSaidToo() throws IOException {
        Path file = write("list", "x\n");
        takeAndFinish();

        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

        assertThat(takeAndFinish()).isEmpty();
        assertThat(said).hasSize(1);
    }

    @Test
    void longFileComesInBoundedStretchesOverSeveralBatchesEachByteOnce() throws IOException {
        int size = 3 * (int) FileIntake.FIRST_BYTES + 123;
        write("list", "x".repeat(size));

        List<FileStretch> first = takeAndFinish();
        List<FileStretch> second = takeAndFinish();

        assertThat(first).hasSize(16).allMatch(split -> split.end() - split.start() == FileIntake.FIRST_BYTES / 16);
        assertThat(first.get(15).end()).isEqualTo(FileIntake.FIRST_BYTES);
        assertThat(second.get(0).start()).isEqualTo(FileIntake.FIRST_BYTES);
        assertThat(second.get(second.size() - 1).end()).isEqualTo(3 * FileIntake.FIRST_BYTES);
        assertThat(takeAndFinish()).singleElement().satisfies(rest -> {
            assertThat(rest.start()).isEqualTo(3 * FileIntake.FIRST_BYTES);
            assertThat(rest.end()).isEqualTo(size);
        });
        assertThat(takeAndFinish()).isEmpty();
    }

    @Test
    void longFileThatVanishesIsSaidOnce() throws IOException {
        Path file = write("list", "x".repeat(2 * (int) FileIntake.FIRST_BYTES));
        takeAndFinish();

        Files.delete(file);

        assertThat(takeAndFinish()).isEmpty();
        assertThat(takeAndFinish()).isEmpty();
        assertThat(said).containsExactly("list has vanished before it was read to its end");
    }

    @Test
    void fileThatIsRemovedWhenItHasBeenReadIsNothingToSay() throws IOException {
        Path file = write("list", "x\n");
        takeAndFinish();

        Files.delete(file);

        assertThat(takeAndFinish()).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void noBatchTakesMoreThanTheMost() throws IOException {
        write("list", "x".repeat(4 * (int) FileIntake.MOST_BYTES));
        long most = 0;
        for (int i = 0; i < 9; i++) {
            most = Math.max(
                    most, takeAndFinish().stream().mapToLong(FileStretch::cost).sum());
        }
        assertThat(most).isEqualTo(FileIntake.MOST_BYTES);
    }

    @Test
    void thousandSmallFilesAreSeveralBatches() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            write("list-" + i, "x\n");
        }
        assertThat(takeAndFinish()).hasSize(64);
    }

    @Test
    void nothingIsTakenWhileTwoBatchesAreUnderWayOrAfterAStop() throws Exception {
        for (int i = 1; i <= 3; i++) {
            write("list-" + i, "x\n");
            assertThat(intake.take(i)).hasSize(i < 3 ? 1 : 0);
        }
        intake.done(1);
        assertThat(intake.take(4)).hasSize(1);

        intake.stop();
        write("late", "x\n");
        intake.done(2);
        assertThat(intake.take(5)).isEmpty();
        assertThat(new FileDrain(intake).missing()).hasValue("batches that were not finished: 1");
        assertThat(new FileDrain(intake).await(null, () -> true)).isFalse();
        intake.done(4);
        assertThat(new FileDrain(intake).await(null, () -> false)).isTrue();
        assertThat(new FileDrain(intake).missing()).isEmpty();
    }

    @Test
    void folderThatVanishesIsSaidOnceAndWaitedFor() throws IOException {
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        assertThat(takeAndFinish()).isEmpty();
        assertThat(takeAndFinish()).isEmpty();
        assertThat(said).singleElement().asString().contains(" can't be read; waiting for it: ");

        Files.move(away, folder);
        write("list", "x\n");

        assertThat(takeAndFinish()).hasSize(1);
    }

    private FileIntake intakeOf(TakenFiles taken) {
        FileIntake opened =
                new FileIntake(new org.apache.hadoop.fs.Path(folder.toUri()), taken, said::add, FileStreamKit.LATER);
        opened.open();
        return opened;
    }

    private List<FileStretch> takeAndFinish() {
        List<FileStretch> taken = intake.take(++batch);
        intake.done(batch);
        return taken;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

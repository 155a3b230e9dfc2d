package io.github.ratingsstream.core.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ratingsstream.core.kit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is taken when it is whole, as far as its length and time tell. */
class FilesBeingWrittenTest {

    private static final String CHANGED =
            "list has changed after it was read; what is new in it is not read: put that in a new file";

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private FileIntake intake;
    private long batch;

    @BeforeEach
    void openFolder() {
        intake = intake();
    }

    @Test
    void fileIsTakenWholeWhenItHasStoodStillFromOneListingToTheNext() throws IOException {
        append("Alien\n");
        assertThat(nextBatch()).isEmpty();
        append("Dune\n");
        assertThat(nextBatch()).isEmpty();

        assertThat(nextBatch()).containsExactly(whole(11));
        assertThat(nextBatch()).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void oldFileIsTakenAtFirstSight() throws IOException {
        append("Alien\n");
        clock.advance(StandingStill.LONG.plusMillis(1));

        assertThat(nextBatch()).hasSize(1);
    }

    @Test
    void batchesThatAreMadeUpAtOnceShowNothing() throws IOException {
        append("Alien\n");
        assertThat(nextBatch()).isEmpty();
        assertThat(batchAfter(Duration.ZERO)).isEmpty();
        assertThat(batchAfter(Duration.ofMillis(1))).isEmpty();

        assertThat(batchAfter(StandingStill.APART)).hasSize(1);
    }

    @Test
    void clockThatWentBackDelaysAFileByOneBatch() throws IOException {
        append("Alien\n");
        assertThat(nextBatch()).isEmpty();
        assertThat(batchAfter(Duration.ofHours(-1))).isEmpty();

        assertThat(nextBatch()).hasSize(1);
    }

    @Test
    void fileThatIsThereAtTheStartIsLookedAtBeforeTheFirstBatch() throws IOException {
        append("Alien\n");
        new FileSource(intake, 1_000, said::add);

        assertThat(nextBatch()).hasSize(1);
    }

    @Test
    void fileThatNeverStandsStillIsSaidOnce() throws IOException {
        for (int i = 0; i < 20; i++) {
            append("Alien\n");
            assertThat(nextBatch()).isEmpty();
        }
        assertThat(said).containsExactly("list is still being written, and is read when it no longer changes");

        assertThat(nextBatch()).hasSize(1);
    }

    @Test
    void eachReplacementOfAFileIsOneLineAndNotRead() throws IOException {
        takeList();
        for (int week = 2; week <= 4; week++) {
            said.clear();
            replace("Dune " + week + "\n");
            for (int i = 0; i < 3; i++) {
                assertThat(nextBatch()).isEmpty();
            }
            assertThat(said).as("week %d", week).containsExactly(CHANGED);
            clock.advance(Duration.ofDays(7));
        }
    }

    @Test
    void replacementIsSaidWhenItIsWhole() throws IOException {
        takeList();
        for (int i = 0; i < 3; i++) {
            append("Dune\n");
            assertThat(nextBatch()).isEmpty();
        }
        assertThat(said).isEmpty();

        assertThat(nextBatch()).isEmpty();
        assertThat(said).containsExactly(CHANGED);
    }

    @Test
    void fileThatIsAppendedToForEverIsSaidOnce() throws IOException {
        takeList();
        for (int i = 0; i < 20; i++) {
            append("Dune\n");
            assertThat(nextBatch()).isEmpty();
        }
        assertThat(said).containsExactly(CHANGED);
    }

    @Test
    void fileThatMayNotBeReadIsSaidOnceAndTakenWhenItMay() throws IOException {
        append("Alien\n");
        Path list = folder.resolve("list");
        Files.setPosixFilePermissions(list, Set.of());
        assumeThat(Files.isReadable(list)).as("root may read everything").isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(nextBatch()).isEmpty();
        }
        assertThat(said)
                .containsExactly("list can't be opened; may this user read it, and is its name UTF-8? Waiting for it");

        Files.setPosixFilePermissions(list, Set.of(PosixFilePermission.OWNER_READ));

        assertThat(nextBatch()).hasSize(1);
    }

    private void takeList() throws IOException {
        append("Alien\n");
        nextBatch();
        assertThat(nextBatch()).hasSize(1);
    }

    private List<FileStretch> nextBatch() {
        return batchAfter(Duration.ofSeconds(10));
    }

    private List<FileStretch> batchAfter(Duration time) {
        clock.advance(time);
        List<FileStretch> taken = intake.take(++batch);
        intake.done(batch);
        return taken;
    }

    private FileStretch whole(long length) throws IOException {
        long modified = Files.getLastModifiedTime(folder.resolve("list")).toMillis();
        return new FileStretch("list", 0, length, length, modified);
    }

    private void append(String text) throws IOException {
        Path file = folder.resolve("list");
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    private void replace(String text) throws IOException {
        Files.delete(folder.resolve("list"));
        append(text);
    }

    private FileIntake intake() {
        FileIntake opened =
                new FileIntake(new org.apache.hadoop.fs.Path(folder.toUri()), new TakenInMemory(), said::add, clock);
        opened.open();
        return opened;
    }
}

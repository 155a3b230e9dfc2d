package io.github.ratingsstream.core.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.github.ratingsstream.core.job.RunningJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What batches take from a folder before a stop and after it. */
class FileIntakeRestartTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void batchThatRunsAgainReadsTheSame() throws IOException {
        TakenFiles taken = new TakenInMemory();
        write("b", "x\n");
        List<FileStretch> before = openIntake(taken).take(7);
        write("a", "x\n");

        FileIntake restarted = openIntake(taken);

        assertThat(restarted.take(7)).isEqualTo(before);
        assertThat(restarted.take(8)).extracting(FileStretch::name).containsExactly("a");
    }

    @Test
    void newJobTakesNothingBeforeItsFirstCheckpoint() throws IOException {
        write("a", "x\n");
        FileIntake intake = intake(new TakenInMemory());
        assertThat(intake.take(7)).isEmpty();

        intake.checkpointed();

        assertThat(intake.take(8)).hasSize(1);
    }

    @Test
    void batchesOfTheTimeTheJobWasDownTakeNothingNewThoughOneIsDoneAlready() throws IOException {
        TakenFiles taken = new TakenInMemory();
        write("a", "x\n");
        openIntake(taken).take(7);
        write("b", "x\n");
        FileIntake intake = intake(taken);
        RunningJob job = new RunningJob(mock(), mock(), new FileSource(intake, 1_000, said::add), Optional.empty());

        job.restoring();

        assertThat(intake.take(7)).extracting(FileStretch::name).containsExactly("a");
        intake.done(7);
        intake.checkpointed();
        assertThat(intake.take(8)).isEmpty();
        job.started();
        assertThat(intake.take(9)).extracting(FileStretch::name).containsExactly("b");
    }

    @Test
    void whatCannotBeNotedIsNotTaken() throws IOException {
        write("list", "x\n");
        TakenFiles full = mock();
        doThrow(new IOException("No space left on device")).when(full).take(anyLong(), any());
        FileIntake intake = openIntake(full);

        assertThatThrownBy(() -> intake.take(1)).hasMessageContaining("No space left on device");
        assertThat(intake.underWay()).isZero();
    }

    @Test
    void checkpointOfABatchStandsForThoseBeforeIt() throws IOException {
        FileIntake intake = openIntake(new TakenInMemory());
        write("a", "x\n");
        intake.take(1);
        write("b", "x\n");
        intake.take(2);

        intake.done(2);

        assertThat(intake.underWay()).isZero();
    }

    @Test
    void restOfAFileThatVanishedWhileTheJobWasDownIsSaid() throws IOException {
        TakenFiles taken = new TakenInMemory();
        write("long", "x".repeat(2 * (int) FileIntake.FIRST_BYTES));
        openIntake(taken).take(7);
        Files.delete(folder.resolve("long"));

        openIntake(taken).take(8);

        assertThat(said).containsExactly("long has vanished before it was read to its end");
    }

    private FileIntake openIntake(TakenFiles taken) {
        FileIntake opened = intake(taken);
        opened.open();
        return opened;
    }

    private FileIntake intake(TakenFiles taken) {
        return new FileIntake(new org.apache.hadoop.fs.Path(folder.toUri()), taken, said::add, FileStreamKit.LATER);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}

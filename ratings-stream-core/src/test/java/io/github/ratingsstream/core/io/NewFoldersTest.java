package io.github.ratingsstream.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that is refused takes its folders away again, and nothing else. */
class NewFoldersTest {

    @TempDir
    private Path folder;

    private Path output;
    private Path checkpoint;
    private Path store;

    @BeforeEach
    void nameFolders() {
        output = folder.resolve("a/b/output");
        checkpoint = folder.resolve("checkpoint");
        store = folder.resolve("a/store");
    }

    @Test
    void onlyFoldersThatAreNewAndEmptyGo() throws IOException {
        Files.createDirectory(checkpoint);
        NewFolders folders = folders();
        Files.createDirectories(output);
        Files.createFile(Files.createDirectory(store).resolve("another job's"));

        folders.remove();

        assertThat(output.getParent()).doesNotExist();
        assertThat(checkpoint).as("it was there before").exists();
        assertThat(store).as("somebody has used it").isNotEmptyDirectory();
    }

    @Test
    void newFoldersThatNobodyElseCanUseGoWithWhatIsInThem() throws IOException {
        NewFolders folders = folders();
        Files.createFile(Files.createDirectories(store).resolve("ratings.mv.db"));
        Files.createFile(Files.createDirectories(checkpoint).resolve("lock"));
        folders.holds(store.toString());
        folders.holds(checkpoint.toString());

        folders.remove();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void foldersOfBeforeStayThoughTheyAreHeld() throws IOException {
        Files.createFile(Files.createDirectories(store).resolve("ratings.mv.db"));
        NewFolders folders = folders();
        folders.holds(store.toString());

        folders.remove();

        assertThat(store).isNotEmptyDirectory();
    }

    @Test
    void whatIsInThemStaysOnceTheStreamHasBegun() throws IOException {
        NewFolders folders = folders();
        Files.createFile(Files.createDirectories(store).resolve("ratings.mv.db"));
        folders.holds(store.toString());

        folders.begin();
        folders.remove();

        assertThat(store).isNotEmptyDirectory();
    }

    private NewFolders folders() {
        return new NewFolders(List.of(output.toString(), checkpoint.toString(), store.toString()));
    }
}

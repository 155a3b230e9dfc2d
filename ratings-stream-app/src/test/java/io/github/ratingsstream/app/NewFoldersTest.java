package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.options.CommandLineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that is refused takes its folders away again, and nothing else. */
class NewFoldersTest {

    @TempDir
    private Path folder;

    @Test
    void onlyFoldersThatAreNewAndEmptyGo() throws IOException {
        Path output = folder.resolve("output");
        Path checkpoint = Files.createDirectory(folder.resolve("checkpoint"));
        Path store = folder.resolve("store");
        NewFolders folders = new NewFolders(new CommandLineOptions(new SparkConf(false))
                .read("--output", output.toString(), "--checkpoint", checkpoint.toString(), "--store", store.toString())
                .orElseThrow());
        Files.createDirectory(output);
        Files.createFile(Files.createDirectory(store).resolve("another job's"));

        folders.remove();

        assertThat(output).doesNotExist();
        assertThat(checkpoint).as("it was there before").exists();
        assertThat(store).as("somebody has used it").isNotEmptyDirectory();
    }
}

package io.github.ratingsstream.core.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was taken is known after a kill. */
class TakenInFolderTest {

    @TempDir
    Path folder;

    @Test
    void nextProcessKnowsWhatEachBatchHasTaken() throws IOException {
        List<FileStretch> splits = List.of(split("a\tb \u5343\n", 0, 5, 7), split("b", 0, 9, 9));
        open().take(1_000, splits);
        open().take(2_000, List.of(split("a\tb \u5343\n", 5, 7, 7)));

        TakenFiles next = open();

        assertThat(next.of(1_000)).hasValue(splits);
        assertThat(next.of(1_500)).isEmpty();
        assertThat(next.lastOf("a\tb \u5343\n")).hasValue(split("a\tb \u5343\n", 5, 7, 7));
        assertThat(next.lastOf("b")).hasValue(split("b", 0, 9, 9));
        assertThat(next.lastOf("c")).isEmpty();
    }

    @Test
    void furthestIsTheLastThoughAClockThatWentBackGaveItAnEarlierBatch() throws IOException {
        open().take(2_000, List.of(split("a", 0, 5, 7)));
        open().take(1_000, List.of(split("a", 5, 7, 7)));

        assertThat(open().lastOf("a")).hasValue(split("a", 5, 7, 7));
    }

    @Test
    void writingThatWasCutOffCountsForNothing() throws IOException {
        open().take(1_000, List.of(split("a", 0, 1, 1)));
        Files.writeString(folder.resolve("_batch-2000"), "{\"name\":\"b\",\"sta");

        TakenFiles next = open();

        assertThat(next.of(2_000)).isEmpty();
        assertThat(next.lastOf("b")).isEmpty();
        next.take(2_000, List.of(split("b", 0, 1, 1)));
        assertThat(open().lastOf("b")).isPresent();
    }

    @Test
    void filesOfOldBatchesBecomeOneAndNothingIsForgotten() throws IOException {
        TakenFiles taken = open();
        for (int i = 1; i <= 1_050; i++) {
            taken.take(i, List.of(split("file " + i, 0, i, i)));
        }

        TakenFiles next = open();

        assertThat(folder.toFile().list()).hasSizeBetween(100, 201);
        assertThat(folder.toFile().list())
                .filteredOn(name -> name.startsWith("all-"))
                .hasSize(1);
        for (int i = 1; i <= 1_050; i++) {
            assertThat(next.lastOf("file " + i)).hasValue(split("file " + i, 0, i, i));
        }
        assertThat(next.of(1_000)).isPresent();
    }

    @Test
    void folderThatCannotBeWrittenToIsAnError() throws IOException {
        TakenFiles taken = open();
        Files.delete(folder);
        Files.createFile(folder);

        assertThatThrownBy(() -> taken.take(1, List.of(split("a", 0, 1, 1)))).isInstanceOf(IOException.class);
        assertThat(taken.lastOf("a")).isEmpty();
    }

    private TakenFiles open() throws IOException {
        return TakenInFolder.open(new org.apache.hadoop.fs.Path(folder.toUri()));
    }

    private static FileStretch split(String name, long start, long end, long length) {
        return new FileStretch(name, start, end, length, 77);
    }
}

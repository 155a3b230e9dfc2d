package io.github.ratingsstream.core.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.io.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of a file, however it is cut. */
class StretchLinesTest {

    private static final int MAX = 12;

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inception\nAlien\r\nAm\u00e9lie\n",
                "\n\r\n\n",
                "no end",
                "one\nno end",
                "longer than it may be, and longer than a stretch\nshort\n",
                "\u5343\u3068\u5343\u5c0b\n\u5343\u3068\n\u5343",
                "a\nb\nc\n\nd"
            })
    void everyLineComesOnceAndInOrderWhereverTheFileIsCut(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("list"), bytes);
        List<String> whole = new ArrayList<>();
        LineReader reader = new LineReader(new ByteArrayInputStream(bytes), MAX);
        for (String line = reader.next(); line != null; line = reader.next()) {
            whole.add(line);
        }
        for (int size = 1; size <= bytes.length; size++) {
            assertThat(linesInStretchesOf(size, bytes.length))
                    .as("stretches of %d", size)
                    .isEqualTo(whole);
        }
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkIsBelievedWhereverTheFileIsCut(String charset) throws IOException {
        byte[] bytes = "\uFEFFAlien\r\nAm\u00e9lie\n\u0A0A\u010A\n\nlonger than it may be\nno end".getBytes(charset);
        Files.write(folder.resolve("list"), bytes);
        for (int size = 1; size <= bytes.length; size++) {
            List<String> lines = linesInStretchesOf(size, bytes.length);
            assertThat(lines).as("stretches of %d", size).hasSize(6);
            assertThat(lines.subList(0, 4)).containsExactly("Alien", "Am\u00e9lie", "\u0A0A\u010A", "");
            assertThat(lines.get(4)).startsWith("longer than i");
            assertThat(lines.get(5)).isEqualTo("no end");
        }
        assertThat(said).isEmpty();
    }

    @Test
    void whatWasAddedAfterTheFileWasTakenIsNotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("list"), "Inception\nAli");
        Files.writeString(file, "en\nDune\n", StandardOpenOption.APPEND);

        assertThat(linesInStretchesOf(5, 13)).containsExactly("Inception", "Ali");
    }

    @Test
    void fileThatHasVanishedIsOneLineAndNoLines() {
        assertThat(linesInStretchesOf(5, 5)).isEmpty();
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("list can't be read, and its lines are missing: FileNotFoundException");
    }

    @Test
    void fileThatWasCutShortIsSaidAndItsOtherLinesCome() throws IOException {
        Files.writeString(folder.resolve("list"), "Inception\n");

        assertThat(linesInStretchesOf(30, 30)).containsExactly("Inception");
        assertThat(said).containsExactly("list is shorter than it was, and the lines at its end are missing");
    }

    @Test
    void errorThatMayPassFailsTheTaskInsteadOfCostingLines() {
        FileStretch split = new FileStretch("list", 0, 5, 5, 0);
        try (StretchLines lines = new StretchLines(new org.apache.hadoop.fs.Path("none:/"), split, MAX, said::add)) {
            assertThatThrownBy(lines::hasNext)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("list can't be read");
        }
        assertThat(said).isEmpty();
    }

    @Test
    void fileThatIsThereAndCannotBeReadFailsTheTaskToo() throws IOException {
        Files.createSymbolicLink(folder.resolve("list"), Path.of("list"));

        assertThatThrownBy(() -> linesInStretchesOf(5, 5))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("list can't be read");
        assertThat(said).isEmpty();
    }

    @Test
    void anyNameWillDo() throws IOException {
        for (String name : List.of("titles-10:30:00.txt", "a b#c%20?", "\u5343\u3068")) {
            Files.writeString(folder.resolve(name), "Dune\n");

            assertThat(lines(new FileStretch(name, 0, 5, 5, 0))).containsExactly("Dune");
        }
        assertThat(said).isEmpty();
    }

    private List<String> linesInStretchesOf(int size, int length) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < length; start += size) {
            FileStretch split = new FileStretch("list", start, Math.min(length, start + size), length, 0);
            lines.addAll(lines(split));
        }
        return lines;
    }

    private List<String> lines(FileStretch split) {
        List<String> lines = new ArrayList<>();
        try (StretchLines some =
                new StretchLines(new org.apache.hadoop.fs.Path(folder.toUri()), split, MAX, said::add)) {
            some.forEachRemaining(lines::add);
        }
        return lines;
    }
}

package io.github.ratingsstream.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void linesEndWithNewlineOrCarriageReturnNewline() throws IOException {
        assertThat(read("a\nb\r\nc\rd\n\n")).containsExactly("a", "b", "c\rd", "");
    }

    @Test
    void lastLineWithoutAnEndCounts() throws IOException {
        assertThat(read("a\nb")).containsExactly("a", "b");
        assertThat(read("a\r")).containsExactly("a\r");
        assertThat(read("")).isEmpty();
    }

    @Test
    void longLineComesOutLongerThanAllowedAndNoLongerThanItMust() throws IOException {
        List<String> lines = read("x".repeat(1_000_000) + "\nnext\n");

        assertThat(lines.get(0)).hasSizeBetween(11, 40);
        assertThat(lines.get(1)).isEqualTo("next");
    }

    @Test
    void lineOfTheLengthAllowedIsWholeWhateverItsCharacters() throws IOException {
        assertThat(read("é".repeat(10) + "\r\n" + "千".repeat(10) + "\r\n" + "🎬".repeat(5) + "\r\n"))
                .containsExactly("é".repeat(10), "千".repeat(10), "🎬".repeat(5));
    }

    @Test
    void bytesThatAreNotUtf8AreMarked() throws IOException {
        assertThat(lines(new ByteArrayInputStream(new byte[] {'a', (byte) 0xC3, 'b', '\n', (byte) 0xFF})))
                .containsExactly("a\uFFFDb", "\uFFFD");
    }

    @Test
    void linesOfUtf16EndAtItsOwnLineEnds() throws IOException {
        // The first holds the bytes of a line end in other characters, and astride two.
        List<String> lines = List.of("\u0A0A\u0D0Aa\u010A\u0A00\u000Bb", "", "Am\u00e9lie", "x".repeat(10));
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String end : List.of("\n", "\r\n")) {
                byte[] bytes = (String.join(end, lines) + end).getBytes(charset);
                assertThat(lines(new LineReader(new ByteArrayInputStream(bytes), 10, charset)))
                        .isEqualTo(lines);
            }
        }
    }

    @Test
    void readThatTimesOutLosesNothing() throws IOException {
        Halting in = new Halting("Incep", "tion\nAl", "ien\n");
        LineReader reader = new LineReader(in, 10);

        assertThatThrownBy(reader::next).isInstanceOf(SocketTimeoutException.class);
        assertThat(reader.next()).isEqualTo("Inception");
        assertThatThrownBy(reader::next).isInstanceOf(SocketTimeoutException.class);
        assertThat(reader.next()).isEqualTo("Alien");
        assertThat(reader.nextBuffered()).isNull();
    }

    @Test
    void restIsWhatHasNoEndYet() throws IOException {
        LineReader reader = new LineReader(new Halting("Incep"), 10);

        assertThatThrownBy(reader::next).isInstanceOf(SocketTimeoutException.class);

        assertThat(reader.nextBuffered()).isEqualTo("Incep");
        assertThat(reader.nextBuffered()).isNull();
    }

    @Test
    void linesAlreadyReadCanBeTakenWithoutReadingOn() throws IOException {
        LineReader reader = new LineReader(new Halting("a\nb\n\nc"), 10);

        assertThat(reader.next()).isEqualTo("a");
        assertThat(reader.nextBuffered()).isEqualTo("b");
        assertThat(reader.nextBuffered()).isEmpty();
        assertThat(reader.nextBuffered()).isEqualTo("c");
        assertThat(reader.nextBuffered()).isNull();
    }

    private static List<String> read(String text) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lines(InputStream in) throws IOException {
        return lines(new LineReader(in, 10));
    }

    private static List<String> lines(LineReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    /** Gives its pieces one a read, and times out between two. */
    private static final class Halting extends InputStream {

        private final List<String> pieces;
        private int reads;

        Halting(String... pieces) {
            this.pieces = List.of(pieces);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into) throws SocketTimeoutException {
            int turn = reads++;
            if (turn % 2 == 1 || turn / 2 >= pieces.size()) {
                throw new SocketTimeoutException("a pause");
            }
            byte[] bytes = pieces.get(turn / 2).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bytes, 0, into, 0, bytes.length);
            return bytes.length;
        }
    }
}

package io.github.ratingsstream.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines of bounded length, however long they are on the wire. A line ends with {@code \n} or {@code
 * \r\n}; a last one without an end counts. Bytes that are not UTF-8 become U+FFFD.
 *
 * <p>A read that times out loses nothing: the next call goes on where it was. Used by one thread.
 */
final class LineReader {

    /** A stop has to take in all that is read, at a rate that may be low; a line is a byte at least. */
    private static final int CHUNK = 2_048;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] line;
    private int chunkAt;
    private int chunkEnd;
    private int lineLength;
    private boolean inLine;
    private long position;

    /** Lines longer than this many UTF-16 units come out longer than it, and otherwise cut. */
    LineReader(InputStream in, int maxLineLength) {
        this.in = in;
        // A UTF-16 unit takes at most three bytes; one unit more shows that the line is too long, one byte is for \r.
        this.line = new byte[3 * (maxLineLength + 1) + 1];
    }

    /** The next line, or null at the end. */
    @Nullable
    String next() throws IOException {
        while (true) {
            if (chunkAt == chunkEnd) {
                int read = in.read(chunk);
                if (read < 0) {
                    return rest();
                }
                chunkAt = 0;
                chunkEnd = read;
            }
            if (keepToNewline()) {
                return take(true);
            }
        }
    }

    /** The next line of what was already read, the last one without an end included, or null. */
    @Nullable
    String nextBuffered() {
        return chunkAt < chunkEnd && keepToNewline() ? take(true) : rest();
    }

    private @Nullable String rest() {
        return inLine ? take(false) : null;
    }

    /** Moves on through the chunk. True if a line's end was found. */
    private boolean keepToNewline() {
        int end = chunkAt;
        while (end < chunkEnd && chunk[end] != '\n') {
            end++;
        }
        keep(end);
        if (end == chunkEnd) {
            return false;
        }
        chunkAt = end + 1;
        position++;
        return true;
    }

    private void keep(int end) {
        int length = Math.min(end - chunkAt, line.length - lineLength);
        System.arraycopy(chunk, chunkAt, line, lineLength, length);
        lineLength += length;
        inLine |= end > chunkAt;
        position += end - chunkAt;
        chunkAt = end;
    }

    /** Bytes that the lines so far were made of, their ends included: where the next one begins. */
    long position() {
        return position;
    }

    private String take(boolean ended) {
        int length = ended && lineLength > 0 && line[lineLength - 1] == '\r' ? lineLength - 1 : lineLength;
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        lineLength = 0;
        inLine = false;
        return text;
    }
}

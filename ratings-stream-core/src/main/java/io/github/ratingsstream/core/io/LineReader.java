package io.github.ratingsstream.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines of bounded length, however long they are on the wire. A line ends with {@code \n} or
 * {@code \r\n}; a last line without an end counts too. Bytes that are not UTF-8 become U+FFFD.
 *
 * <p>A read that times out loses nothing: the next call goes on where it was. Used by one thread.
 */
public final class LineReader {

    /** At a stop, everything read ahead must still be taken in, perhaps at a low rate; a line may be a single byte. */
    private static final int CHUNK = 2_048;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] line;
    private int chunkAt;
    private int chunkEnd;
    private int lineLength;
    private boolean inLine;
    private long position;

    /**
     * A reader of bounded lines.
     *
     * @param in the bytes
     * @param maxLineLength the longest line, in UTF-16 units; a longer one is cut, but to more than this length, so
     *     that it can still be told to be too long
     */
    public LineReader(InputStream in, int maxLineLength) {
        this.in = in;
        // A UTF-16 unit takes up to three bytes. One unit more shows that the line is too long; one byte is for \r.
        this.line = new byte[3 * (maxLineLength + 1) + 1];
    }

    /**
     * The next line.
     *
     * @return the line without its end; null when there are no more
     * @throws IOException if the bytes can't be read
     */
    @Nullable
    public String next() throws IOException {
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

    /**
     * The next line of what was already read; the last line need not have an end.
     *
     * @return the line without its end; null when there are no more
     */
    @Nullable
    public String nextBuffered() {
        return chunkAt < chunkEnd && keepToNewline() ? take(true) : rest();
    }

    private @Nullable String rest() {
        return inLine ? take(false) : null;
    }

    /** Moves on through the chunk. True if the end of a line was found. */
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

    /**
     * Where the next line begins.
     *
     * @return the number of bytes in the lines so far, their ends included
     */
    public long position() {
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

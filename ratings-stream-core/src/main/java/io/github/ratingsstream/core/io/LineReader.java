package io.github.ratingsstream.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines of bounded length, however long they are on the wire. A line ends with {@code \n} or
 * {@code \r\n}; a last line without an end counts too. Bytes that can't be read as text become U+FFFD.
 *
 * <p>A read that times out loses nothing: the next call goes on where it was. Used by one thread.
 */
public final class LineReader {

    /** At a stop, everything read ahead must still be taken in, perhaps at a low rate; a line may be a single byte. */
    private static final int CHUNK = 2_048;

    private final InputStream in;
    private final Charset charset;
    private final byte[] newline;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] line;
    private int chunkAt;
    private int chunkEnd;
    private int lineLength;
    private long lineBytes;
    private int matched;
    private long position;

    /**
     * A reader of bounded lines in UTF-8.
     *
     * @param in the bytes
     * @param maxLineLength the longest line, in UTF-16 units; a longer one is cut, but to more than this length, so
     *     that it can still be told to be too long
     */
    public LineReader(InputStream in, int maxLineLength) {
        this(in, maxLineLength, StandardCharsets.UTF_8);
    }

    /**
     * A reader of bounded lines.
     *
     * @param in the bytes, which begin with a whole character
     * @param maxLineLength the longest line, in UTF-16 units; a longer one is cut, but to more than this length, so
     *     that it can still be told to be too long
     * @param charset UTF-8, UTF-16LE or UTF-16BE
     */
    public LineReader(InputStream in, int maxLineLength, Charset charset) {
        this.in = in;
        this.charset = charset;
        this.newline = "\n".getBytes(charset);
        // A UTF-16 unit takes up to three bytes. One unit more shows that the line is too long; two are for its end.
        this.line = new byte[(3 * (maxLineLength + 1) / newline.length + 2) * newline.length];
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
                return take(newline.length);
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
        return chunkAt < chunkEnd && keepToNewline() ? take(newline.length) : rest();
    }

    private @Nullable String rest() {
        return lineBytes > 0 ? take(0) : null;
    }

    /** Moves on through the chunk. True if the end of a line was found. */
    private boolean keepToNewline() {
        int end = chunkAt;
        while (end < chunkEnd && !endsLine(chunk[end], lineBytes + end - chunkAt)) {
            end++;
        }
        boolean found = end < chunkEnd;
        keep(found ? end + 1 : end);
        return found;
    }

    /** In UTF-16 half a line end, or one at an odd place, is part of another character. */
    private boolean endsLine(byte one, long at) {
        int unit = (int) (at % newline.length);
        matched = one == newline[unit] && matched == unit ? unit + 1 : 0;
        return matched == newline.length;
    }

    private void keep(int end) {
        int length = Math.min(end - chunkAt, line.length - lineLength);
        System.arraycopy(chunk, chunkAt, line, lineLength, length);
        lineLength += length;
        lineBytes += end - chunkAt;
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

    private String take(int endBytes) {
        // Of a line that was cut the end is not there; what goes instead is more than the line may have.
        String text = new String(line, 0, Math.max(0, lineLength - endBytes), charset);
        boolean whole = lineBytes == lineLength;
        lineLength = 0;
        lineBytes = 0;
        matched = 0;
        return endBytes > 0 && whole && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}

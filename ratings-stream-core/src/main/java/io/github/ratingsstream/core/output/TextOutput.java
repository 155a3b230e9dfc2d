package io.github.ratingsstream.core.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A print stream in UTF-8 that knows whether it still writes, and why it no longer does. Thread-safe. */
public final class TextOutput extends PrintStream {

    private static final List<String> CLOSED_WORDS = List.of("broken pipe", "input/output error", "closed");

    private final Watched watched;

    private TextOutput(Watched watched) {
        super(watched, true, StandardCharsets.UTF_8);
        this.watched = watched;
    }

    /**
     * A print stream that flushes at the end of each line.
     *
     * @param out where the bytes go
     * @return a stream that never throws, as any {@link PrintStream}
     */
    public static TextOutput to(OutputStream out) {
        return new TextOutput(new Watched(out));
    }

    /** {@return how many writes have ended; it stands still while the reader takes nothing} */
    public long writes() {
        return watched.writes;
    }

    /** {@return the first failure of a write, if one has failed} */
    public Optional<IOException> failure() {
        return Optional.ofNullable(watched.failure);
    }

    /** A pipe or a terminal that has closed, or the system's own words for anything else, such as a full disk. */
    static String inWords(Optional<IOException> failure) {
        String why = failure.map(IOException::getMessage).orElse("");
        String lower = why.toLowerCase(Locale.ROOT);
        boolean closed = lower.isEmpty() || CLOSED_WORDS.stream().anyMatch(lower::contains);
        return closed ? "the output of ratings is closed" : "ratings can't be printed: " + why;
    }

    /** Written to by one thread at a time: the print stream locks. */
    private static final class Watched extends FilterOutputStream {

        private volatile long writes;
        private volatile @Nullable IOException failure;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
                writes = writes + 1;
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }
}

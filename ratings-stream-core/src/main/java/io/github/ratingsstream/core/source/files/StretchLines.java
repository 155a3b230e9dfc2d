package io.github.ratingsstream.core.source.files;

import io.github.ratingsstream.core.io.FolderFiles;
import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.io.LineReader;
import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.core.notice.RootCause;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines that begin in a stretch of a file, read one by one. A missing file and a damaged {@code .gz} are reported,
 * and end the stretch; any other error may be transient, so it fails the task. Used by one thread.
 */
final class StretchLines implements Iterator<String>, AutoCloseable {

    private final Path folder;
    private final FileStretch stretch;
    private final int maxLineLength;
    private final Notices notices;
    private @Nullable InputStream in;
    private @Nullable UpTo bytes;
    private @Nullable LineReader lines;
    private long at;
    private @Nullable String next;
    private boolean done;

    StretchLines(Path folder, FileStretch stretch, int maxLineLength, Notices notices) {
        this.folder = folder;
        this.stretch = stretch;
        this.maxLineLength = maxLineLength;
        this.notices = notices;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !done) {
            try {
                next = read();
            } catch (FileNotFoundException e) {
                notices.say(stretch.name() + " can't be read, and its lines are missing: " + RootCause.of(e));
            } catch (IOException e) {
                if (bytes == null || bytes.failed || !stretch.isPacked()) {
                    throw new UncheckedIOException(stretch.name() + " can't be read", e);
                }
                notices.say(
                        stretch.name() + " is damaged, and its lines from there on are missing: " + RootCause.of(e));
            }
            done = next == null;
            if (done) {
                close();
            }
        }
        return next != null;
    }

    private @Nullable String read() throws IOException {
        if (lines == null) {
            if (stretch.isPacked()) {
                openPacked();
            } else {
                open();
            }
        }
        if (stretch.isPacked()) {
            return lines.next();
        }
        if (at + lines.position() >= stretch.end()) {
            return null;
        }
        String line = lines.next();
        if (line == null) {
            notices.say(stretch.name() + " is shorter than it was, and the lines at its end are missing");
        }
        return line;
    }

    private void open() throws IOException {
        FileText text = text();
        int unit = text.unit();
        // The unit before tells whether the first line is the previous stretch's. A unit is whole at a multiple of its
        // size.
        boolean first = stretch.start() <= text.mark();
        long from = first ? text.mark() : (stretch.start() - 1) / unit * unit;
        InputStream opened = FolderFiles.open(folder, stretch.name(), from);
        in = new BufferedInputStream(new UpTo(opened, stretch.length() - from));
        at = first ? from : skipToLine(from, "\n".getBytes(text.charset()));
        lines = new LineReader(in, maxLineLength, text.charset());
    }

    private void openPacked() throws IOException {
        InputStream opened = FolderFiles.open(folder, stretch.name(), 0);
        in = opened;
        bytes = new UpTo(opened, stretch.length());
        InputStream unpacked = new BufferedInputStream(HadoopFiles.gunzip(bytes));
        in = unpacked;
        unpacked.mark(FileText.MOST_MARK);
        FileText text = FileText.of(unpacked.readNBytes(FileText.MOST_MARK));
        unpacked.reset();
        unpacked.skipNBytes(text.mark());
        lines = new LineReader(unpacked, maxLineLength, text.charset());
    }

    private FileText text() throws IOException {
        try (InputStream begin = FolderFiles.open(folder, stretch.name(), 0)) {
            return FileText.of(begin.readNBytes((int) Math.min(FileText.MOST_MARK, stretch.length())));
        }
    }

    /** Reads no further than the end of the stretch: a line may be as long as the file. */
    private long skipToLine(long from, byte[] newline) throws IOException {
        long skipped = from;
        while (skipped < stretch.end()) {
            byte[] unit = in.readNBytes(newline.length);
            skipped += newline.length;
            if (Arrays.equals(unit, newline) && skipped >= stretch.start()) {
                return skipped;
            }
            if (unit.length < newline.length) {
                return stretch.end();
            }
        }
        return skipped;
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String line = next;
        next = null;
        return line;
    }

    @Override
    public void close() {
        done = true;
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException ignored) {
            // The file was only read.
        }
    }

    /** The bytes the file had when it was taken; what was added since is not read. */
    private static final class UpTo extends FilterInputStream {

        private long left;
        private boolean failed;

        UpTo(InputStream in, long bytes) {
            super(in);
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            try {
                int read = super.read(buffer, offset, (int) Math.min(length, left));
                left -= Math.max(0, read);
                return read;
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }
}

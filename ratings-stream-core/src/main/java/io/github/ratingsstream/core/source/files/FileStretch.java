package io.github.ratingsstream.core.source.files;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.apache.hadoop.fs.FileStatus;

/**
 * A stretch of a file, and the file as it was when the stretch was taken. A line belongs to the stretch that holds its
 * first byte. Immutable.
 */
final class FileStretch implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** The cost of opening a file, in bytes: a batch takes fewer bytes if its files are small. */
    private static final long LEAST_COST = 1 << 10;

    private static final int PARTS = 16;
    private static final long LEAST_PART = 4 << 10;

    private final String name;
    private final long start;
    private final long end;
    private final long length;
    private final long modified;

    /**
     * The file's name in its folder; the bytes from start to before end, of the file's length; its modification time in
     * ms.
     */
    FileStretch(String name, long start, long end, long length, long modified) {
        this.name = name;
        this.start = start;
        this.end = end;
        this.length = length;
        this.modified = modified;
    }

    String name() {
        return name;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    long length() {
        return length;
    }

    long modified() {
        return modified;
    }

    /** Whether the file is compressed. Such a file is one stretch, as it can only be read from its beginning. */
    boolean isPacked() {
        return isPacked(name);
    }

    static boolean isPacked(String name) {
        return name.endsWith(".gz");
    }

    /** Whether the file still looks as it did when the stretch was taken. */
    boolean isOf(FileStatus file) {
        return length == file.getLen() && modified == file.getModificationTime();
    }

    /** In bytes; at least the cost of opening the file. */
    long cost() {
        return Math.max(LEAST_COST, end - start);
    }

    /** The length of a stretch in a batch of that many bytes: a sixteenth, to keep all cores busy. */
    static long fairPart(long bytes) {
        return Math.max(LEAST_PART, bytes / PARTS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileStretch that
                && name.equals(that.name)
                && start == that.start
                && end == that.end
                && length == that.length
                && modified == that.modified;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, start, end, length, modified);
    }

    @Override
    public String toString() {
        return name + " " + start + "-" + end + " of " + length;
    }
}

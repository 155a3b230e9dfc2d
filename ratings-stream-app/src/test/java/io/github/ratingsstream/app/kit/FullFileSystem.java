package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** The local file system as {@code full:///…}: it has no room while there is a file named {@code full} at its top. */
public final class FullFileSystem extends RawLocalFileSystem {

    private static final String TOP = "full.top";

    /** For Hadoop. */
    public FullFileSystem() {
        // No state.
    }

    public static Submission.Builder addTo(Submission.Builder submission, Path top) throws Exception {
        return submission
                .spark("--jars", ClassJar.of(FullFileSystem.class, top))
                .conf("spark.hadoop.fs.full.impl", FullFileSystem.class.getName())
                .conf("spark.hadoop." + TOP, top.toString());
    }

    public static void fill(Path top) throws IOException {
        Files.createFile(top.resolve("full"));
    }

    public static void makeRoom(Path top) throws IOException {
        Files.delete(top.resolve("full"));
    }

    @Override
    public URI getUri() {
        return URI.create("full:///");
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    protected OutputStream createOutputStreamWithMode(
            org.apache.hadoop.fs.Path file, boolean append, FsPermission permission) throws IOException {
        OutputStream out = super.createOutputStreamWithMode(file, append, permission);
        return new Limited(out, Path.of(getConf().get(TOP), "full"));
    }

    /** A full disk still takes names. */
    private static final class Limited extends OutputStream {

        private final OutputStream out;
        private final Path full;

        Limited(OutputStream out, Path full) {
            this.out = out;
            this.full = full;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (Files.exists(full)) {
                throw new IOException("No space left on device");
            }
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

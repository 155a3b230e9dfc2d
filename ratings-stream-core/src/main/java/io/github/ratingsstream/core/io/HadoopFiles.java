package io.github.ratingsstream.core.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Files wherever Hadoop can reach them, on the driver and on executors. */
public final class HadoopFiles {

    /** About the size of one of Spark's checkpoints. */
    private static final int PROBE_BYTES = 16 << 10;

    private static final int BUFFER_BYTES = 8 << 10;

    private HadoopFiles() {}

    /**
     * The file system of a path, without the checksum files that Hadoop's local one would put beside ours.
     *
     * @param path any path
     * @return its file system
     * @throws IOException if it can't be reached
     */
    public static FileSystem at(Path path) throws IOException {
        FileSystem files = path.getFileSystem(HadoopSettings.here());
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    /**
     * A path made whole: with its file system and, if it was relative, the working directory.
     *
     * @param text the path as it was given
     * @return the whole path
     * @throws IOException if its file system can't be reached
     */
    public static Path qualified(String text) throws IOException {
        Path path = new Path(text);
        return at(path).makeQualified(path);
    }

    /**
     * Creates a file, replacing one of that name.
     *
     * @param file the file
     * @return a stream of its bytes, to be closed
     * @throws IOException if it can't be written
     */
    public static OutputStream create(Path file) throws IOException {
        FileSystem files = at(file);
        // Permissions are left to the umask: to set them, this file system would start a process for each file.
        return files instanceof RawLocalFileSystem
                ? files.create(file, null, true, BUFFER_BYTES, (short) 1, files.getDefaultBlockSize(file), null)
                : files.create(file, true);
    }

    /**
     * Creates a file of text in UTF-8, replacing one of that name.
     *
     * @param file the file
     * @return a writer of its text, to be closed
     * @throws IOException if it can't be written
     */
    public static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(create(file), StandardCharsets.UTF_8));
    }

    /**
     * Unpacks what gzip has packed.
     *
     * @param packed the bytes of a {@code .gz} file
     * @return the bytes that were packed; to be closed, which closes the packed ones too
     * @throws IOException if they can't be read
     */
    public static InputStream gunzip(InputStream packed) throws IOException {
        GzipCodec codec = new GzipCodec();
        codec.setConf(SparkHadoopUtil.get().conf());
        return codec.createInputStream(packed);
    }

    /**
     * The files of a folder that are named after batches.
     *
     * @param folder the folder
     * @param name their names; its first group is the batch's time
     * @return the files by the time of their batch in milliseconds since 1970, the oldest first
     * @throws IOException if the folder can't be listed
     */
    public static TreeMap<Long, Path> byBatch(Path folder, Pattern name) throws IOException {
        TreeMap<Long, Path> files = new TreeMap<>();
        for (FileStatus file : at(folder).listStatus(folder)) {
            Matcher named = name.matcher(file.getPath().getName());
            if (named.matches()) {
                files.put(Long.valueOf(named.group(1)), file.getPath());
            }
        }
        return files;
    }

    /**
     * Checks that a folder can be written to, with a file that is not empty: a full disk still accepts an empty one.
     *
     * @param folder the folder
     * @throws IOException if it can't be written to
     */
    public static void probe(Path folder) throws IOException {
        Path probe = new Path(folder, "_probe-" + UUID.randomUUID());
        FileSystem files = at(folder);
        try (OutputStream out = create(probe)) {
            out.write(new byte[PROBE_BYTES]);
        } finally {
            files.delete(probe, false);
        }
    }

    /**
     * Renames, and fails where Hadoop would only return false.
     *
     * @param from a file or folder
     * @param to a path where nothing is yet: Hadoop would move the source into an existing folder
     * @throws IOException if it was not renamed
     */
    public static void rename(Path from, Path to) throws IOException {
        if (!at(from).rename(from, to)) {
            throw new IOException("can't rename " + from + " to " + to);
        }
    }
}

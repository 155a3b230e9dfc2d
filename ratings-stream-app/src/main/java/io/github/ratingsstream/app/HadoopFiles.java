package io.github.ratingsstream.app;

import java.io.BufferedWriter;
import java.io.IOException;
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
import org.apache.spark.deploy.SparkHadoopUtil;

/** Files wherever Hadoop can reach them, on the driver and on executors. */
final class HadoopFiles {

    /** About what one of Spark's checkpoints has. */
    private static final int PROBE_BYTES = 16 << 10;

    private static final int BUFFER_BYTES = 8 << 10;

    private HadoopFiles() {}

    /** Without the checksum files Hadoop's local file system would put beside ours. */
    static FileSystem at(Path path) throws IOException {
        FileSystem files = path.getFileSystem(SparkHadoopUtil.get().conf());
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    /** The path with its file system and, if it was relative, the working directory. */
    static Path qualified(String text) throws IOException {
        Path path = new Path(text);
        return at(path).makeQualified(path);
    }

    /** A new file, or in place of the old one. */
    static OutputStream create(Path file) throws IOException {
        FileSystem files = at(file);
        // The umask decides on permissions: to set them this one would start a process for each file.
        return files instanceof RawLocalFileSystem
                ? files.create(file, null, true, BUFFER_BYTES, (short) 1, files.getDefaultBlockSize(file), null)
                : files.create(file, true);
    }

    /** A new file of text. */
    static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(create(file), StandardCharsets.UTF_8));
    }

    /** The files of a folder that are named after batches, the oldest first; the name's first group is the batch's time. */
    static TreeMap<Long, Path> byBatch(Path folder, Pattern name) throws IOException {
        TreeMap<Long, Path> files = new TreeMap<>();
        for (FileStatus file : at(folder).listStatus(folder)) {
            Matcher named = name.matcher(file.getPath().getName());
            if (named.matches()) {
                files.put(Long.valueOf(named.group(1)), file.getPath());
            }
        }
        return files;
    }

    /** Finds out whether the folder can be written to. A full disk still takes an empty file. */
    static void probe(Path folder) throws IOException {
        Path probe = new Path(folder, "_probe-" + UUID.randomUUID());
        FileSystem files = at(folder);
        try (OutputStream out = create(probe)) {
            out.write(new byte[PROBE_BYTES]);
        } finally {
            files.delete(probe, false);
        }
    }

    /** Hadoop says by a value what went wrong. Nothing must be there: into a folder it would move the other. */
    static void rename(Path from, Path to) throws IOException {
        if (!at(from).rename(from, to)) {
            throw new IOException("can't rename " + from + " to " + to);
        }
    }
}

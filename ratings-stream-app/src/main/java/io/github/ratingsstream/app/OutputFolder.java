package io.github.ratingsstream.app;

import io.github.ratingsstream.core.LookupResult;
import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;

/**
 * Writes every result, as one JSON object a line, to a folder for each batch that has lines. A folder appears whole, by
 * a rename; when a batch runs again its folder is replaced whole.
 */
final class OutputFolder {

    private final Path root;

    /** Checks that the folder can be written to, so that it is the user who hears of it and not the first batch. */
    OutputFolder(String directory) {
        try {
            this.root = HadoopFiles.qualified(directory);
            Path probe = new Path(root, "_probe-" + UUID.randomUUID());
            FileSystem files = HadoopFiles.at(root);
            files.mkdirs(root);
            files.create(probe).close();
            files.delete(probe, false);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("--output can't be written to: " + directory);
        }
    }

    /**
     * A batch's folder. Parked titles that go on waiting have no record. A crash between delete and rename leaves none; then
     * the batch runs again.
     */
    void write(JavaRDD<LookupResult> results, long batchMillis) throws IOException {
        FileSystem files = HadoopFiles.at(root);
        Path unfinished = new Path(root, "_batch-" + batchMillis);
        files.delete(unfinished, true);
        results.filter(result -> !ParkedTitle.isWaiting(result))
                .foreachPartition(new PartWriter(unfinished.toString(), batchMillis));
        if (files.exists(unfinished)) {
            dropFailedAttempts(files, unfinished);
            // Onto a folder that exists, Hadoop's rename would nest the new one inside.
            Path finished = new Path(root, "batch-" + batchMillis);
            files.delete(finished, true);
            if (!files.rename(unfinished, finished)) {
                throw new IOException("can't rename " + unfinished + " to " + finished);
            }
        }
    }

    private static void dropFailedAttempts(FileSystem files, Path folder) throws IOException {
        for (FileStatus file : files.listStatus(folder)) {
            if (file.getPath().getName().startsWith("_")) {
                files.delete(file.getPath(), false);
            }
        }
    }
}

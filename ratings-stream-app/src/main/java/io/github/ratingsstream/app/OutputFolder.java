package io.github.ratingsstream.app;

import io.github.ratingsstream.core.LookupResult;
import java.io.IOException;
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
            HadoopFiles.at(root).mkdirs(root);
            HadoopFiles.probe(root);
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
        results.filter(result -> !result.isWaiting())
                .foreachPartition(new PartWriter(unfinished.toString(), batchMillis));
        Path finished = new Path(root, "batch-" + batchMillis);
        files.delete(finished, true);
        if (files.exists(unfinished)) {
            dropFailedAttempts(files, unfinished);
            HadoopFiles.rename(unfinished, finished);
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

package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;

/**
 * Writes every result as a JSON object on a line of its own. Each batch with lines has a folder, which appears
 * complete, by a rename; when a batch runs again, its folder is replaced as a whole.
 */
public final class OutputFolder {

    private final Path root;

    private OutputFolder(Path root) {
        this.root = root;
    }

    /**
     * Opens the folder, creating it if it is missing. If it can't be written to, that is found out now, not by the
     * first batch.
     *
     * @param folder where the batches' folders go
     * @return the folder
     * @throws UserError if it can't be written to
     */
    public static OutputFolder open(GivenFolder folder) {
        try {
            Path root = HadoopFiles.qualified(folder.path());
            HadoopFiles.at(root).mkdirs(root);
            HadoopFiles.probe(root);
            return new OutputFolder(root);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(folder.name() + " can't be written to: " + folder.path());
        }
    }

    /**
     * Writes a batch's folder, replacing one that an earlier run of the batch wrote. A crash between the delete and the
     * rename leaves none; then the batch runs again. Parked titles that still wait have no record.
     *
     * @param results the batch's results
     * @param batchMillis the batch's time, in milliseconds since 1970
     * @throws IOException if it can't be written
     */
    public void write(JavaRDD<LookupResult> results, long batchMillis) throws IOException {
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

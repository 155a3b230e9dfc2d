package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.io.DirectoryLock;
import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;

/**
 * Writes every result as a JSON object on a line of its own. Each batch with lines has a folder, which appears
 * complete, by a rename; when a batch runs again, its folder is replaced as a whole.
 */
public final class OutputFolder {

    /** As a job that was killed leaves them. */
    private static final Pattern UNFINISHED = Pattern.compile("_batch-(\\d{1,18})");

    private final Path root;

    private OutputFolder(Path root) {
        this.root = root;
    }

    /**
     * Opens the folder, creating it if it is missing, and sweeps out what killed jobs left unfinished. On this machine's
     * disks other jobs are kept out until this process ends. If it can't be written to, that is found out now, not by
     * the first batch.
     *
     * @param folder where the batches' folders go
     * @return the folder
     * @throws UserError if it can't be written to, or another job writes to it
     */
    public static OutputFolder open(GivenFolder folder) {
        try {
            Path root = HadoopFiles.qualified(folder.path());
            HadoopFiles.at(root).mkdirs(root);
            if (!DirectoryLock.take(root, "_lock")) {
                throw new UserError("the folder " + root + " is in use by another job: stop that one first,"
                        + " or give another " + folder.name());
            }
            HadoopFiles.probe(root);
            sweep(root);
            return new OutputFolder(root);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(folder.name() + " can't be written to: " + folder.path());
        }
    }

    private static void sweep(Path root) throws IOException {
        for (Path unfinished : HadoopFiles.byBatch(root, UNFINISHED).values()) {
            HadoopFiles.at(root).delete(unfinished, true);
        }
    }

    /**
     * Writes a batch's folder, replacing one that an earlier run of the batch wrote. A crash between the delete and the
     * rename leaves none; then the batch runs again. Parked titles that still wait have no record.
     *
     * @param results the batch's results, in order; persisted, as they are read twice
     * @param batchMillis the batch's time, in milliseconds since 1970
     * @throws IOException if it can't be written, or the driver does not see what tasks have written
     */
    public void write(JavaRDD<LookupResult> results, long batchMillis) throws IOException {
        FileSystem files = HadoopFiles.at(root);
        Path unfinished = new Path(root, "_batch-" + batchMillis);
        files.delete(unfinished, true);
        List<WrittenPart> parts = FewParts.of(
                        results.filter(result -> !result.isWaiting()).rdd())
                .toJavaRDD()
                .mapPartitions(new PartWriter(unfinished.toString(), batchMillis))
                .collect();
        if (!parts.isEmpty()) {
            new UnfinishedBatch(unfinished).complete(parts);
        }
        Path finished = new Path(root, "batch-" + batchMillis);
        files.delete(finished, true);
        if (!parts.isEmpty()) {
            HadoopFiles.rename(unfinished, finished);
        }
    }
}

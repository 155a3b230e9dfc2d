package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import java.io.Serial;
import java.io.Writer;
import java.util.Iterator;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;

/** Writes one partition's results as they come, to a file of this attempt that is renamed when it is complete. */
final class PartWriter implements VoidFunction<Iterator<LookupResult>> {

    @Serial
    private static final long serialVersionUID = 1;

    private final String folder;
    private final long batchMillis;

    PartWriter(String folder, long batchMillis) {
        this.folder = folder;
        this.batchMillis = batchMillis;
    }

    @Override
    public void call(Iterator<LookupResult> results) throws IOException {
        if (!results.hasNext()) {
            return;
        }
        TaskContext task = TaskContext.get();
        Path part = new Path(folder, String.format(Locale.ROOT, "part-%05d", task.partitionId()));
        Path attempt = new Path(folder, "_" + part.getName() + "-" + task.taskAttemptId());
        FileSystem files = HadoopFiles.at(part);
        try (Writer out = HadoopFiles.writer(attempt)) {
            ResultJson json = new ResultJson();
            while (results.hasNext()) {
                out.write(json.line(results.next(), batchMillis));
                out.write('\n');
            }
        }
        files.delete(part, false);
        HadoopFiles.rename(attempt, part);
    }
}

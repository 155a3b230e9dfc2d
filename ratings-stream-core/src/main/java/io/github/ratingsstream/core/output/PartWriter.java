package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import java.io.Serial;
import java.io.Writer;
import java.util.Collections;
import java.util.Iterator;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Writes one partition's results as they come. Each attempt has a file of its own and touches no other, so it does not
 * matter how many attempts there are, or when they end: Spark takes the result of one, and the driver takes its file.
 */
final class PartWriter implements FlatMapFunction<Iterator<LookupResult>, WrittenPart> {

    @Serial
    private static final long serialVersionUID = 1;

    private final String folder;
    private final long batchMillis;

    PartWriter(String folder, long batchMillis) {
        this.folder = folder;
        this.batchMillis = batchMillis;
    }

    @Override
    public Iterator<WrittenPart> call(Iterator<LookupResult> results) throws IOException {
        if (!results.hasNext()) {
            return Collections.emptyIterator();
        }
        Path attempt = new Path(folder, "_part-" + UUID.randomUUID());
        long records = 0;
        try (Writer out = HadoopFiles.writer(attempt)) {
            ResultJson json = new ResultJson();
            while (results.hasNext()) {
                out.write(json.line(results.next(), batchMillis));
                out.write('\n');
                records++;
            }
        }
        long bytes = HadoopFiles.at(attempt).getFileStatus(attempt).getLen();
        return Collections.singleton(new WrittenPart(attempt.getName(), records, bytes))
                .iterator();
    }
}

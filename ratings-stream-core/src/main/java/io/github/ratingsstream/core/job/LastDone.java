package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.io.HadoopFiles;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * Records, in the name of an empty file, the last batch that is done with all its outputs. In Spark's checkpoint that
 * batch stays pending until a later checkpoint is written, so Spark would run it again even after a clean stop. Used by
 * one thread.
 */
final class LastDone {

    private static final String NAME = "done-";

    private final Path folder;
    private final long before;
    private Optional<Path> last;

    private LastDone(Path folder, Optional<Map.Entry<Long, Path>> before) {
        this.folder = folder;
        this.before = before.map(Map.Entry::getKey).orElse(Long.MIN_VALUE);
        this.last = before.map(Map.Entry::getValue);
    }

    /** Reads what the previous process recorded. */
    static LastDone open(Path folder) throws IOException {
        TreeMap<Long, Path> noted = HadoopFiles.byBatch(folder, Pattern.compile(NAME + "(\\d{1,18})"));
        return new LastDone(folder, Optional.ofNullable(noted.lastEntry()));
    }

    /** Whether the previous process has done the batch. Batches end in order. */
    boolean includes(long batchMillis) {
        return batchMillis <= before;
    }

    /** Records a batch of this process. The new file is created before the old one is deleted. */
    void note(long batchMillis) throws IOException {
        Path now = new Path(folder, NAME + batchMillis);
        HadoopFiles.create(now).close();
        Optional<Path> old = last.filter(file -> !file.equals(now));
        last = Optional.of(now);
        if (old.isPresent()) {
            HadoopFiles.at(folder).delete(old.get(), false);
        }
    }
}

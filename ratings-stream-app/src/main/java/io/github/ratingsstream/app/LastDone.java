package io.github.ratingsstream.app;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Which batch was the last to be done with all its outputs: the name of an empty file. Spark's checkpoint has it as still to
 * do until the next batch has written one, and would run it again, after a stop that finished it too. Used by one thread.
 */
final class LastDone {

    private static final String NAME = "done-";

    private final Path folder;
    private final long before;
    private Optional<Path> last;

    private LastDone(Path folder, Optional<Path> last) {
        this.folder = folder;
        this.last = last;
        this.before = last.map(LastDone::batch).orElse(Long.MIN_VALUE);
    }

    /** What the process before has noted. */
    static LastDone open(Path folder) throws IOException {
        return new LastDone(
                folder,
                Arrays.stream(HadoopFiles.at(folder).listStatus(folder))
                        .map(file -> file.getPath())
                        .filter(path -> path.getName().matches(NAME + "\\d{1,18}"))
                        .max(Comparator.comparing(LastDone::batch)));
    }

    private static long batch(Path file) {
        return Long.parseLong(file.getName().substring(NAME.length()));
    }

    /** Whether the process before has done the batch. Batches end in order. */
    boolean includes(long batchMillis) {
        return batchMillis <= before;
    }

    /** Notes a batch of this process. The new file is there before the old one goes. */
    void note(long batchMillis) throws IOException {
        FileSystem files = HadoopFiles.at(folder);
        Path now = new Path(folder, NAME + batchMillis);
        HadoopFiles.create(now).close();
        Optional<Path> old = last.filter(file -> !file.equals(now));
        last = Optional.of(now);
        if (old.isPresent()) {
            files.delete(old.get(), false);
        }
    }
}

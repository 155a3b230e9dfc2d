package io.github.ratingsstream.core.source.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which stretches of which files were taken by which batch. A batch that runs again after a stop asks here, and so
 * reads the same lines. Used by one thread, on the driver.
 */
interface TakenFiles {

    /** What a batch has taken, in order; empty if it took nothing, or is too old to run again. */
    Optional<List<FileStretch>> of(long batchMillis);

    /** The last stretch taken of a file; empty if the file is new. */
    Optional<FileStretch> lastOf(String name);

    /** The names of files that were not taken to their end. */
    Set<String> unfinished();

    /** Records what a batch takes, before it is handed out. If this fails, nothing was taken. */
    void take(long batchMillis, List<FileStretch> stretches) throws IOException;
}

package io.github.ratingsstream.core.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps other processes out of a directory until this one ends, in whatever way: the operating system then releases the
 * lock. It works only on this machine's disks; the file systems of a cluster have no such lock.
 */
final class DirectoryLock {

    /** Never closed: opening the file a second time and closing it would release the lock. */
    private static final Map<Path, FileChannel> HELD = new HashMap<>();

    private DirectoryLock() {}

    /**
     * Takes the lock, unless this process has it already.
     *
     * @return false if another process has it
     */
    static synchronized boolean take(Path directory) throws IOException {
        if (HELD.containsKey(directory)) {
            return true;
        }
        FileChannel file =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(file)) {
            file.close();
            return false;
        }
        HELD.put(directory, file);
        return true;
    }

    private static boolean isLocked(FileChannel file) {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // This process holds it under another name of the directory.
            return true;
        } catch (IOException e) {
            // Some network disks have no locks, so nobody is kept out there.
            return true;
        }
    }
}

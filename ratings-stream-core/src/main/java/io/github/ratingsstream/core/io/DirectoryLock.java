package io.github.ratingsstream.core.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Keeps other processes out of a directory until this one ends, in whatever way: the operating system then releases the
 * lock. It works only on this machine's disks; the file systems of a cluster have no such lock.
 */
public final class DirectoryLock {

    /** Never closed: opening the file a second time and closing it would release the lock. */
    private static final Map<java.nio.file.Path, FileChannel> HELD = new HashMap<>();

    private DirectoryLock() {}

    /**
     * Takes the lock, unless this process has it already.
     *
     * @param directory an existing directory; one on another file system than this machine's is not locked
     * @param name the name of the lock's file in it, which stays
     * @return false if another process has it
     * @throws IOException if the lock's file can't be made
     */
    public static synchronized boolean take(Path directory, String name) throws IOException {
        if (!(HadoopFiles.at(directory) instanceof RawLocalFileSystem local)) {
            return true;
        }
        java.nio.file.Path lock = local.pathToFile(directory).toPath().resolve(name);
        if (HELD.containsKey(lock)) {
            return true;
        }
        FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(file)) {
            file.close();
            return false;
        }
        HELD.put(lock, file);
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

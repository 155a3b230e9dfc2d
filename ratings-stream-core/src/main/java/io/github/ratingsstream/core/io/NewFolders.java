package io.github.ratingsstream.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileUtil;

/**
 * The folders of the options, and those above them, that were not there when the job began: a start that is refused
 * takes them away again.
 */
public final class NewFolders {

    private final Set<Path> missing = new HashSet<>();
    private final Set<Path> held = new HashSet<>();

    /**
     * Looks which are missing. Folders on other file systems than this machine's are left alone.
     *
     * @param folders the folders that the job makes if they are missing
     */
    public NewFolders(Collection<String> folders) {
        folders.forEach(name -> local(name).ifPresent(this::addMissing));
    }

    private void addMissing(Path folder) {
        for (Path each = folder; each != null && Files.notExists(each); each = each.getParent()) {
            missing.add(each);
        }
    }

    private static Optional<Path> local(String name) {
        try {
            return name.contains(":")
                    ? Optional.empty()
                    : Optional.of(Path.of(name).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * This job has a store or a checkpoint there, and no other job can: what is in the folder is this job's.
     *
     * @param folder one of the folders
     */
    public void holds(String folder) {
        local(folder).filter(missing::contains).ifPresent(held::add);
    }

    /** From now on there may be something in them that is worth keeping. */
    public void begin() {
        held.clear();
    }

    /** Deletes those that are empty or held. Nobody may use the store any more. */
    public void remove() {
        missing.stream()
                .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                .forEach(this::remove);
    }

    private void remove(Path folder) {
        try {
            if (held.contains(folder)) {
                FileUtil.fullyDelete(folder.toFile());
            } else {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // There is something in it, which may be another job's.
        }
    }
}

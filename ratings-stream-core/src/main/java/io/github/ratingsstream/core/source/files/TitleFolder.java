package io.github.ratingsstream.core.source.files;

import io.github.ratingsstream.core.io.FolderFiles;
import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.core.notice.UserError;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The files of a folder that are to be read: all but folders, empty files, names that begin with {@code .} or {@code _},
 * and those that copying programs give to a file until it is whole. Used by one thread, on the driver.
 */
final class TitleFolder {

    /** Hadoop's shell ends such names with {@code ._COPYING_}, WinSCP with {@code .filepart}. */
    private static final Pattern NOT_YET = Pattern.compile("[._].*|.*\\.(_COPYING_|filepart|part|tmp)", Pattern.DOTALL);

    private final Path folder;
    private final Notices notices;
    private final StandingStill standing;
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, FileStretch> changed = new HashMap<>();
    private final Set<String> begun;
    private boolean saidSubfolder;

    /**
     * The notices are told of each change of a file that was taken, of one that vanished before it was read to its end
     * or that is being written for long, and of the first folder in the folder. The clock is set beside files' times.
     */
    TitleFolder(Path folder, Set<String> begun, Notices notices, Clock clock) {
        this.folder = folder;
        this.begun = new HashSet<>(begun);
        this.notices = notices;
        this.standing = new StandingStill(clock);
    }

    /** Checks before the first batch that the folder can be read. */
    static Path checked(GivenFolder given) {
        try {
            Path folder = HadoopFiles.qualified(given.path());
            if (HadoopFiles.at(folder).getFileStatus(folder).isDirectory()) {
                HadoopFiles.at(folder).listStatus(folder);
                return folder;
            }
            throw new UserError(given.name() + " needs a directory, and this is a file: " + given.path());
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("the directory of " + given.name() + " can't be read: " + given.path()
                    + "; make it, or give another");
        }
    }

    /**
     * What is new and stands still, in the order of the names, up to this many bytes. A long file is taken in stretches.
     *
     * @throws IOException if the folder can't be listed
     */
    List<FileStretch> next(TakenFiles taken, long mostBytes) throws IOException {
        List<FileStatus> files = files();
        forgetVanished(files);
        List<FileStretch> next = new ArrayList<>();
        long left = mostBytes;
        for (FileStatus file : files) {
            Optional<FileStretch> last = taken.lastOf(file.getPath().getName());
            if (isReady(file, last) && left > 0) {
                left -= add(file, last, left, FileStretch.fairPart(mostBytes), next);
            }
        }
        return next;
    }

    /** A file that was begun is read on whatever has become of it. */
    private boolean isReady(FileStatus file, Optional<FileStretch> last) throws IOException {
        if (last.filter(stretch -> stretch.isOf(file)).isPresent()) {
            return true;
        }
        String name = file.getPath().getName();
        boolean still = standing.look(file);
        boolean movesForLong = standing.movesForLong(name);
        if (last.isPresent() && (still || movesForLong)) {
            sayChanged(new FileStretch(name, 0, file.getLen(), file.getLen(), file.getModificationTime()));
        } else if (movesForLong) {
            notices.say(name + " is still being written, and is read when it no longer changes");
        }
        return last.isPresent() || still && mayRead(name);
    }

    private boolean mayRead(String name) throws IOException {
        boolean readable = FolderFiles.mayRead(folder, name);
        if (readable) {
            unreadable.remove(name);
        } else if (unreadable.add(name)) {
            notices.say(name + " can't be opened; may this user read it, and is its name UTF-8? Waiting for it");
        }
        return readable;
    }

    /** Each change is one line, even if the file was replaced before. */
    private void sayChanged(FileStretch whole) {
        if (!whole.equals(changed.put(whole.name(), whole))) {
            notices.say(whole.name()
                    + " has changed after it was read; what is new in it is not read: put that in a new file");
        }
    }

    private List<FileStatus> files() throws IOException {
        List<FileStatus> visible = FolderFiles.list(folder).stream()
                .filter(file -> !NOT_YET.matcher(file.getPath().getName()).matches())
                .sorted(Comparator.comparing(file -> file.getPath().getName()))
                .toList();
        visible.stream().filter(FileStatus::isDirectory).findFirst().ifPresent(this::saySubfolder);
        return visible.stream()
                .filter(FileStatus::isFile)
                .filter(file -> file.getLen() > 0)
                .toList();
    }

    private void saySubfolder(FileStatus subfolder) {
        if (!saidSubfolder) {
            saidSubfolder = true;
            notices.say(subfolder.getPath().getName() + " is a directory, and what is in it is not read: only files"
                    + " directly in " + folder + " are");
        }
    }

    private void forgetVanished(List<FileStatus> files) {
        Set<String> names = files.stream().map(file -> file.getPath().getName()).collect(Collectors.toSet());
        standing.keepOnly(names);
        changed.keySet().retainAll(names);
        unreadable.retainAll(names);
        Set<String> vanished = new TreeSet<>(begun);
        vanished.removeAll(names);
        vanished.forEach(name -> notices.say(name + " has vanished before it was read to its end"));
        begun.removeAll(vanished);
    }

    /** Takes from one file, and returns the cost. A file that was begun is read up to the length it had then. */
    private long add(
            FileStatus file, Optional<FileStretch> last, long mostBytes, long stretchBytes, List<FileStretch> next) {
        String name = file.getPath().getName();
        long length = last.map(FileStretch::length).orElse(file.getLen());
        long modified = last.map(FileStretch::modified).orElse(file.getModificationTime());
        long start = last.map(FileStretch::end).orElse(0L);
        long left = mostBytes;
        while (start < length && left > 0) {
            long end = FileStretch.isPacked(name) ? length : Math.min(length, start + stretchBytes);
            FileStretch stretch = new FileStretch(name, start, end, length, modified);
            next.add(stretch);
            left -= stretch.cost();
            start = end;
        }
        if (start < length) {
            begun.add(name);
        } else {
            begun.remove(name);
        }
        return mostBytes - left;
    }
}

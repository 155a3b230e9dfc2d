package io.github.ratingsstream.core.source.files;

import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.core.notice.RootCause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.Path;

/**
 * Decides what each batch takes from a folder, and knows which batches are not done yet. At most two batches with lines
 * are in progress, one that runs and one that waits, so that a stop has little to finish. The first batch takes up to
 * 64 KiB. The limit doubles, up to 4 MiB, when a batch finds all earlier ones done, and is halved when it finds two
 * that are not. What exceeds the limit waits for a later batch. Thread-safe.
 */
final class FileIntake {

    static final long FIRST_BYTES = 64 << 10;
    static final long MOST_BYTES = 4 << 20;
    private static final long LEAST_BYTES = 16 << 10;
    private static final int MOST_UNDER_WAY = 2;

    /** The intakes of this process, by folder. */
    private static final Map<String, FileIntake> BY_FOLDER = new ConcurrentHashMap<>();

    private final Path path;
    private final TitleFolder folder;
    private final TakenFiles taken;
    private final Notices notices;
    private final TreeSet<Long> underWay = new TreeSet<>();
    private long bytes = FIRST_BYTES / 2;
    private boolean restoring;
    private boolean open;
    private boolean stopped;
    private boolean unreadable;
    private volatile long firstLookNanos;

    /** The notices are told what is wrong with the folder or a file; the clock is the one of files' times. */
    FileIntake(Path folder, TakenFiles taken, Notices notices, Clock clock) {
        this.path = folder;
        this.folder = new TitleFolder(folder, taken.unfinished(), notices, clock);
        this.taken = taken;
        this.notices = notices;
    }

    Path path() {
        return path;
    }

    /**
     * Makes this the intake that streams of the folder take from. It looks at the files for the first time, so that the
     * first batch sees which of them stand still.
     */
    synchronized void publish() {
        list(0);
        firstLookNanos = System.nanoTime();
        BY_FOLDER.put(path.toString(), this);
    }

    /**
     * Waits until a second look shows which files stand still. Spark may be ready sooner, and the first batch would take
     * old files before fresh ones.
     */
    void awaitSecondLook() throws InterruptedException {
        long since = System.nanoTime() - firstLookNanos;
        TimeUnit.NANOSECONDS.sleep(StandingStill.APART.toNanos() - since);
    }

    /** The intake of a folder, for a stream that may come from a checkpoint and so can't hold it. */
    static FileIntake of(String folder) {
        FileIntake intake = BY_FOLDER.get(folder);
        if (intake == null) {
            throw new IllegalStateException("no source takes files from " + folder + " in this process");
        }
        return intake;
    }

    /**
     * What a batch reads: what it took in an earlier run, else what is new.
     *
     * @throws UncheckedIOException if what it takes can't be recorded
     */
    synchronized List<FileStretch> take(long batchMillis) {
        Optional<List<FileStretch>> before = taken.of(batchMillis);
        List<FileStretch> stretches = before.orElseGet(this::next);
        if (before.isEmpty() && !stretches.isEmpty()) {
            try {
                taken.take(batchMillis, stretches);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!stretches.isEmpty()) {
            underWay.add(batchMillis);
        }
        return stretches;
    }

    private List<FileStretch> next() {
        if (!open) {
            return List.of();
        }
        if (underWay.size() >= MOST_UNDER_WAY) {
            bytes = Math.max(LEAST_BYTES, bytes / 2);
            return List.of();
        }
        if (underWay.isEmpty()) {
            bytes = Math.min(MOST_BYTES, bytes * 2);
        }
        List<FileStretch> next = list(bytes);
        bytes = next.isEmpty() ? FIRST_BYTES / 2 : bytes;
        return next;
    }

    private List<FileStretch> list(long most) {
        try {
            List<FileStretch> next = folder.next(taken, most);
            unreadable = false;
            return next;
        } catch (IOException e) {
            if (!unreadable) {
                notices.say(path + " can't be read; waiting for it: " + RootCause.of(e));
            }
            unreadable = true;
            return List.of();
        }
    }

    /** A batch is done, and so are those before it: batches end in order. */
    synchronized void done(long batchMillis) {
        underWay.headSet(batchMillis, true).clear();
    }

    /**
     * The job goes on after a stop. Spark first makes up the batches of the time it was down, and they take nothing
     * new.
     */
    synchronized void restoring() {
        restoring = true;
    }

    /**
     * A checkpoint was written. Before its first one a new job takes nothing: after a kill, those lines would never be
     * looked up.
     */
    synchronized void checkpointed() {
        if (!restoring) {
            open();
        }
    }

    /** Takes what is new from now on. */
    synchronized void open() {
        open = !stopped;
    }

    /** Takes no more. */
    synchronized void stop() {
        stopped = true;
        open = false;
    }

    synchronized int underWay() {
        return underWay.size();
    }
}

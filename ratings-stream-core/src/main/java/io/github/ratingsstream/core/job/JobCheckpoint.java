package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.io.DirectoryLock;
import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.io.HadoopFiles;
import io.github.ratingsstream.core.notice.RootCause;
import io.github.ratingsstream.core.notice.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/**
 * A checkpoint directory, used by one job at a time: {@code spark} has Spark's checkpoint, {@code files} the record of
 * files taken, and {@code job.properties} the settings that must be the same when the job goes on. None of it contains
 * the API key; Spark's part contains the Spark settings.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class JobCheckpoint {

    private static final String VERSION = "version";

    /** Spark names a checkpoint after its batch. */
    private static final Pattern SPARKS_OWN = Pattern.compile("checkpoint-(\\d{1,18})(\\.bk)?");

    private final GivenFolder given;
    private final Path root;
    private final Map<String, String> fixed;
    private final LastDone lastDone;
    private final Optional<Instant> newest;

    private JobCheckpoint(GivenFolder given, String version, Map<String, String> fixed) throws IOException {
        this.given = given;
        this.root = HadoopFiles.qualified(given.path());
        this.fixed = new TreeMap<>(fixed);
        this.fixed.put(VERSION, version);
        // Spark goes on writing to the checkpoint's old path, and looks for the write-ahead log there.
        this.fixed.put("checkpoint", given.name() + " " + root.toUri().getPath());
        HadoopFiles.at(root).mkdirs(root);
        lock();
        this.lastDone = LastDone.open(root);
        this.newest = newest(spark());
    }

    /** Locks before anything is read that another job could still change. */
    private void lock() throws IOException {
        if (!DirectoryLock.take(root, "lock")) {
            throw new UserError("the checkpoint in " + root
                    + " is in use by another job: stop that one first, or give another " + given.name());
        }
    }

    /** The batch time in the name of Spark's newest checkpoint. */
    private static Optional<Instant> newest(Path spark) throws IOException {
        if (!HadoopFiles.at(spark).exists(spark)) {
            return Optional.empty();
        }
        return Optional.ofNullable(HadoopFiles.byBatch(spark, SPARKS_OWN).lastEntry())
                .map(last -> Instant.ofEpochMilli(last.getKey()));
    }

    /**
     * Opens the directory, creating it if it is missing, and keeps other jobs out until this process ends.
     *
     * @param folder the directory
     * @param version the versions of the job and of Spark, in words: what another version wrote can't be read
     * @param fixed the other settings that may not change from run to run, by name, as messages repeat them
     * @return the checkpoint
     * @throws UserError if the directory can't be written to, another job uses it, or this job can't go on from it
     */
    public static JobCheckpoint open(GivenFolder folder, String version, Map<String, String> fixed) {
        try {
            JobCheckpoint checkpoint = new JobCheckpoint(folder, version, fixed);
            checkpoint.probe();
            checkpoint.compare();
            checkpoint.checkClock();
            return checkpoint;
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(
                    folder.name() + " can't be written to: " + folder.path() + " (" + RootCause.of(e) + ")");
        }
    }

    private void compare() throws IOException {
        if (!HadoopFiles.at(root).exists(properties())) {
            return;
        }
        Properties before = new Properties();
        try (InputStream in = HadoopFiles.at(root).open(properties())) {
            before.load(in);
        }
        String version = before.getProperty(VERSION, "an unknown version");
        if (!version.equals(fixed.get(VERSION))) {
            throw new UserError("the checkpoint in " + root + " was written by " + version + ", and this is "
                    + fixed.get(VERSION) + ": " + howToGoOn());
        }
        fixed.forEach((name, now) -> {
            String then = before.getProperty(name, "no " + name);
            if (!then.equals(now)) {
                throw new UserError("the checkpoint in " + root + " was written with " + then + ", and now it is " + now
                        + ": give what it was, or another " + given.name());
            }
        });
    }

    /**
     * If the clock was set back, Spark would drop the batches in progress, and new batches would seem older than those.
     */
    private void checkClock() {
        if (newest.filter(Instant.now()::isBefore).isPresent()) {
            throw new UserError("the checkpoint in " + root + " is of " + newest.get()
                    + ", and this machine's clock is behind: set it right, or wait until then");
        }
    }

    private String howToGoOn() {
        return "delete it, or give another " + given.name()
                + "; what was not finished is lost, files are all read again,"
                + " and with a store no title is paid for twice";
    }

    /**
     * Records the settings that may not change, unless an earlier run has.
     *
     * @throws IOException if they can't be written
     */
    public void claim() throws IOException {
        if (HadoopFiles.at(root).exists(properties())) {
            return;
        }
        Path unfinished = new Path(root, "_job.properties");
        try (Writer out = HadoopFiles.writer(unfinished)) {
            Properties all = new Properties();
            all.putAll(fixed);
            all.store(out, null);
        }
        HadoopFiles.rename(unfinished, properties());
    }

    /**
     * The stream as the checkpoint has it. If a SparkContext exists already, its settings apply.
     *
     * @return the stream, not started
     * @throws UserError if what Spark wrote can't be read
     */
    public JavaStreamingContext restore() {
        try {
            return new JavaStreamingContext(spark().toString());
        } catch (Exception e) {
            // Scala does not declare what it throws.
            throw new UserError(
                    "the checkpoint in " + root + " can't be read (" + RootCause.of(e) + "): " + howToGoOn());
        }
    }

    /** {@return whether Spark has written a checkpoint to go on from} */
    public boolean isBegun() {
        return newest.isPresent();
    }

    /**
     * Checks that the directory can still be written to: if not, Spark only warns, and goes on without it.
     *
     * @throws IOException if it can't be written to
     */
    void probe() throws IOException {
        HadoopFiles.probe(root);
    }

    LastDone lastDone() {
        return lastDone;
    }

    /** {@return the directory, with its file system} */
    public Path root() {
        return root;
    }

    /** {@return the directory for Spark's own checkpoint} */
    public Path spark() {
        return new Path(root, "spark");
    }

    /** {@return the directory for the record of which files were taken} */
    public Path files() {
        return new Path(root, "files");
    }

    private Path properties() {
        return new Path(root, "job.properties");
    }
}

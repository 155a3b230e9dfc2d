package io.github.ratingsstream.app;

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
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.package$;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/**
 * The directory of --checkpoint, of one job at a time: Spark's checkpoint in {@code spark}, the files taken in {@code
 * files}, and in {@code job.properties} what must be the same when the job goes on. None of it holds the API key; Spark's
 * part holds the Spark settings.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class JobCheckpoint {

    /** What goes in front of what was written before. */
    private static final String VERSION = "version";

    /** What Spark names a checkpoint after: its batch. */
    private static final Pattern SPARKS_OWN = Pattern.compile("checkpoint-(\\d{1,18})(\\.bk)?");

    private final Path root;
    private final Map<String, String> fixed;
    private final LastDone lastDone;
    private final Optional<Instant> newest;

    private JobCheckpoint(Path root, Options options) throws IOException {
        this.root = root;
        this.fixed = fixed(root, options);
        HadoopFiles.at(root).mkdirs(root);
        lock();
        this.lastDone = LastDone.open(root);
        this.newest = newest(spark());
    }

    /** Before anything is read that the other job could still change. */
    private void lock() throws IOException {
        if (HadoopFiles.at(root) instanceof RawLocalFileSystem local
                && !DirectoryLock.take(local.pathToFile(root).toPath())) {
            throw new UserError("the checkpoint in " + root
                    + " is in use by another job: stop that one first, or give another --checkpoint");
        }
    }

    /** The batch of Spark's newest checkpoint. */
    private static Optional<Instant> newest(Path spark) throws IOException {
        if (!HadoopFiles.at(spark).exists(spark)) {
            return Optional.empty();
        }
        return Optional.ofNullable(HadoopFiles.byBatch(spark, SPARKS_OWN).lastEntry())
                .map(last -> Instant.ofEpochMilli(last.getKey()));
    }

    /** Checks that the directory can be written to, and that what is in it can be gone on from. */
    static JobCheckpoint open(String directory, Options options) {
        try {
            JobCheckpoint checkpoint = new JobCheckpoint(HadoopFiles.qualified(directory), options);
            checkpoint.probe();
            checkpoint.compare();
            checkpoint.checkClock();
            return checkpoint;
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("--checkpoint can't be written to: " + directory + " (" + RootCause.of(e) + ")");
        }
    }

    /** The place too: Spark goes on writing where the checkpoint was, and looks there for the write-ahead log. */
    private static Map<String, String> fixed(Path root, Options options) throws IOException {
        Map<String, String> fixed = new TreeMap<>();
        fixed.put(VERSION, Version.text() + " on Spark " + package$.MODULE$.SPARK_VERSION());
        fixed.put(
                "batch-interval", "--batch-interval " + options.batchInterval().toMillis() + "ms");
        fixed.put("checkpoint", "--checkpoint " + root.toUri().getPath());
        fixed.put("max-line-length", "--max-line-length " + options.maxLineLength());
        fixed.put(
                "source",
                options.folders().watch().isPresent()
                        ? "--watch "
                                + HadoopFiles.qualified(
                                        options.folders().watch().get())
                        : "--host " + options.host() + " --port " + options.port());
        return fixed;
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
                        + ": give what it was, or another --checkpoint");
            }
        });
    }

    /** Spark would drop the batches under way, and those of now would seem older than them. */
    private void checkClock() {
        if (newest.filter(Instant.now()::isBefore).isPresent()) {
            throw new UserError("the checkpoint in " + root + " is of " + newest.get()
                    + ", and this machine's clock is behind: set it right, or wait until then");
        }
    }

    private static String howToGoOn() {
        return "delete it, or give another --checkpoint; what was not finished is lost, --watch reads all files again,"
                + " and with --store no title is paid for twice";
    }

    /** From now on the directory belongs to a job with these options. */
    void claim() throws IOException {
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

    /** The stream as it was. Its context's settings are today's if that was made before. */
    JavaStreamingContext restore() {
        try {
            return new JavaStreamingContext(spark().toString());
        } catch (Exception e) {
            // Scala does not declare what it throws.
            throw new UserError(
                    "the checkpoint in " + root + " can't be read (" + RootCause.of(e) + "): " + howToGoOn());
        }
    }

    /** Whether there is something to go on from. */
    boolean isBegun() {
        return newest.isPresent();
    }

    /** Spark only warns when it can't write, and then goes on without. */
    void probe() throws IOException {
        HadoopFiles.probe(root);
    }

    LastDone lastDone() {
        return lastDone;
    }

    Path root() {
        return root;
    }

    Path spark() {
        return new Path(root, "spark");
    }

    Path files() {
        return new Path(root, "files");
    }

    private Path properties() {
        return new Path(root, "job.properties");
    }
}

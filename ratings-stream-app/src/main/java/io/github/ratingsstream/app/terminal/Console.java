package io.github.ratingsstream.app.terminal;

import io.github.ratingsstream.core.notice.Printable;
import io.github.ratingsstream.core.output.BackgroundOutput;
import io.github.ratingsstream.core.output.OutcomeColours;
import io.github.ratingsstream.core.output.TextOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;

/** stdout for ratings, stderr for everything else; UTF-8 both, whatever the locale. */
public final class Console {

    /** The texts that wait for a slow reader of either. */
    private static final int MOST_WAITING = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final BackgroundOutput STDERR =
            new BackgroundOutput(new FileOutputStream(FileDescriptor.err), MOST_WAITING);

    private static final TextOutput RATINGS = TextOutput.to(new FileOutputStream(FileDescriptor.out));

    /** For ratings. */
    public static final PrintStream OUT = RATINGS;

    /** For everything else. What is printed there never waits for its reader, and is left out where too much waits. */
    public static final PrintStream ERR = TextOutput.to(STDERR.asStream());

    private Console() {}

    /**
     * How outcomes look on stderr: in colours if the launcher script saw a terminal there, and the user did not set
     * {@code NO_COLOR} (no-color.org). A JVM itself can't see it.
     *
     * @return the colours
     */
    public static OutcomeColours colours() {
        boolean terminal = Boolean.getBoolean("ratings.stderr.terminal");
        String refused = System.getenv("NO_COLOR");
        return terminal && (refused == null || refused.isEmpty()) ? OutcomeColours.TERMINAL : OutcomeColours.NONE;
    }

    /** {@return how many writes to {@link #OUT} have ended} */
    public static long writes() {
        return RATINGS.writes();
    }

    /** {@return stdout for a job that does not wait for its reader} */
    public static BackgroundOutput outInBackground() {
        return new BackgroundOutput(new FileOutputStream(FileDescriptor.out), MOST_WAITING);
    }

    /**
     * Waits until what was said is written, unless nobody reads it: before the process ends.
     *
     * @param ratings what is left of them to print
     */
    public static void finish(BackgroundOutput ratings) {
        int left = ratings.await(PATIENCE);
        if (left > 0) {
            say("stdout is not read: lines that are not printed there: " + left);
        }
        finish();
    }

    /** The same, where no ratings wait. */
    public static void finish() {
        STDERR.await(PATIENCE);
    }

    /**
     * Says a line about the job on stderr.
     *
     * @param line without its end; control characters in it are escaped
     */
    public static void say(String line) {
        ERR.print("ratings-stream: " + Printable.escaped(line) + "\n");
    }
}

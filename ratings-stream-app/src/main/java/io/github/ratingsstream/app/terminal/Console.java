package io.github.ratingsstream.app.terminal;

import io.github.ratingsstream.core.notice.Printable;
import io.github.ratingsstream.core.output.OutcomeColours;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** stdout for ratings, stderr for everything else; UTF-8 both, whatever the locale. */
public final class Console {

    /** For ratings. */
    public static final PrintStream OUT = utf8(FileDescriptor.out);

    /** For everything else. */
    public static final PrintStream ERR = utf8(FileDescriptor.err);

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

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
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

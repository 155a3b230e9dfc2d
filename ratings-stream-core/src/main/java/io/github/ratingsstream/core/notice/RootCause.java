package io.github.ratingsstream.core.notice;

/** An exception in one line. */
public final class RootCause {

    private static final int MOST_CHARACTERS = 300;

    private RootCause() {}

    /**
     * Names the innermost cause.
     *
     * @param error an error with or without causes
     * @return the innermost cause's class and the first line of its message; of a {@link UserError} the message alone
     */
    public static String of(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : ": " + firstLine(cause.getMessage());
        if (cause instanceof UserError) {
            return cause.getMessage();
        }
        return cause.getClass().getSimpleName() + message;
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line;
    }
}

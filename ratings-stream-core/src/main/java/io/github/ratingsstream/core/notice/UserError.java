package io.github.ratingsstream.core.notice;

import java.io.Serial;

/** A mistake of the user who started a job. The message is the one line they see: what is wrong, and what to do. */
public final class UserError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * A mistake in one line.
     *
     * @param message names the setting, and says what to do
     */
    public UserError(String message) {
        super(message);
    }
}

package io.github.ratingsstream.app;

import java.io.Serial;

/** A mistake of whoever starts the job. The message is the one line they see: what is wrong, and what to do. */
final class UserError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    UserError(String message) {
        super(message);
    }
}

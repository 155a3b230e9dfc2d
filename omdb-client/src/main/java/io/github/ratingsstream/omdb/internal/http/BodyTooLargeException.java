package io.github.ratingsstream.omdb.internal.http;

import java.io.IOException;
import java.io.Serial;

/** An answer larger than anything OMDb sends. */
final class BodyTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    BodyTooLargeException() {
        super("the answer is larger than " + BoundedBody.MOST_BYTES + " bytes");
    }
}

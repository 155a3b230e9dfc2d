package io.github.ratingsstream.core.lookup;

import java.io.Serial;

/** An executor has no client. That concerns every line, so it fails the task and is in no line's result. */
final class ClientNotMade extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ClientNotMade(Throwable why) {
        super("the executor's client can't be made", why);
    }
}

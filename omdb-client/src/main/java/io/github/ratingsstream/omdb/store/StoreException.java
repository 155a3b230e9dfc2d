package io.github.ratingsstream.omdb.store;

import java.io.Serial;

/**
 * The store can't be used. The message is one line that says what is wrong and what to do about it.
 *
 * <p>It holds no password, no address and no value from the database, and there is no cause that might: a driver's own
 * messages quote all of them.
 */
public final class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * A failure, for custom stores.
     *
     * @param message one line without secrets
     */
    public StoreException(String message) {
        super(message);
    }
}

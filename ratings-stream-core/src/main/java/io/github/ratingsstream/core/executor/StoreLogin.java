package io.github.ratingsstream.core.executor;

import org.jspecify.annotations.Nullable;

/**
 * The job's login to its store's database. It is found on the driver, and handed to executors as the key is.
 *
 * @param user the user's name
 * @param password the password, or null if the database wants none
 */
public record StoreLogin(String user, @Nullable String password) {

    /** Spark's connection reads messages without the classes of the job's jar, so a login travels as an array. */
    static StoreLogin of(@Nullable String[] userAndPassword) {
        return new StoreLogin(userAndPassword[0], userAndPassword[1]);
    }

    @Nullable
    String[] userAndPassword() {
        return new String[] {user, password};
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "StoreLogin[" + user + "]";
    }
}

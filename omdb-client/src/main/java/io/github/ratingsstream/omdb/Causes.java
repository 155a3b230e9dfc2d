package io.github.ratingsstream.omdb;

import java.util.concurrent.CompletionException;

/** What futures wrap. */
final class Causes {

    private Causes() {}

    static Throwable unwrapped(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}

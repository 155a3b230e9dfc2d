package io.github.ratingsstream.omdb.internal.async;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a future failed with. */
public final class Errors {

    private Errors() {}

    /** The error itself, without the exception that a future may have put around it. */
    public static Throwable unwrapped(Throwable error) {
        boolean wrapped = error instanceof CompletionException || error instanceof ExecutionException;
        return wrapped && error.getCause() != null ? error.getCause() : error;
    }
}

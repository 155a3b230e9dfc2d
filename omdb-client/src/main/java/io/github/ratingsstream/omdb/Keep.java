package io.github.ratingsstream.omdb;

import java.util.concurrent.CompletableFuture;

/** What is done with an answer that was paid for, so that nobody pays for it again. Thread-safe. */
@FunctionalInterface
interface Keep<T> {

    /** Ends when the answer is kept, or can't be. */
    CompletableFuture<?> keep(OmdbAnswer<T> answer);
}

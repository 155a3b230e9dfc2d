package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import java.util.concurrent.CompletableFuture;

/** Writes an answer that was paid for to the store, so that nobody pays for it again. Thread-safe. */
@FunctionalInterface
interface AnswerWriter<T> {

    /** Completes when the answer is written, or when it can't be. */
    CompletableFuture<?> write(OmdbAnswer<T> answer);
}

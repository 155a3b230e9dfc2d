package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/**
 * Where ratings come from: one function from a request to a future answer.
 *
 * <p>{@link OmdbLookup} asks OMDb; a test or another source of ratings can be a lambda. It travels to the executors by
 * Java serialisation, and several tasks call it there at once. It must not block, nor contain a secret: what Spark
 * serialises ends up in checkpoints.
 */
@FunctionalInterface
public interface RatingLookup extends Serializable {

    /**
     * Starts a lookup.
     *
     * @param request what the line asks for
     * @return the future answer. If it fails with an {@link io.github.ratingsstream.omdb.answer.OmdbException}, the
     *     result has that reason; if it fails with anything else, the reason {@code UNKNOWN}. It is cancelled when the
     *     task that waits for it ends: if callers share an answer, give each a {@link CompletableFuture#copy copy}
     */
    CompletableFuture<OmdbAnswer<OmdbTitle>> lookUp(TitleRequest request);
}

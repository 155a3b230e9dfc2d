package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/**
 * Where ratings come from: one arrow from a request to an answer to come.
 *
 * <p>{@link OmdbLookup} asks OMDb; a test or another source of ratings is a lambda. It travels to the executors by Java
 * serialisation and is called there by several tasks at once. It must not block, nor hold a secret: what Spark
 * serialises ends up in checkpoints.
 */
@FunctionalInterface
public interface RatingLookup extends Serializable {

    /**
     * Begins a lookup.
     *
     * @param request what the line asks for
     * @return the answer to come; failing with {@link io.github.ratingsstream.omdb.answer.OmdbException} gives its
     *     reason to
     *     the result, with anything else
     *     {@link io.github.ratingsstream.omdb.answer.OmdbException.Reason#UNKNOWN}. It is cancelled when the task that
     * waits
     * for it ends: where answers are
     *     shared, give each caller a {@link CompletableFuture#copy copy}
     */
    CompletableFuture<OmdbAnswer<OmdbTitle>> lookUp(TitleRequest request);
}

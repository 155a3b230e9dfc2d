package io.github.ratingsstream.omdb.request;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to OMDb. The answer holds a {@code T}, or says that OMDb has no such thing.
 *
 * <p>Immutable and thread-safe. Reusing a request is faster than making an equal one, if the answer is in the cache.
 *
 * @param <T> what the answer holds
 */
public abstract sealed class OmdbRequest<T> permits TitleRequest, SearchRequest, SeasonRequest, EpisodeRequest {

    /** Computed when first asked for: that costs more than the rest of a lookup that finds its answer in the cache. */
    private transient volatile @Nullable RequestKey key;

    OmdbRequest() {}

    /**
     * The parameters of OMDb's query string without the API key, as plain text, not yet encoded for a URL. Their order
     * is fixed (t, i or s; then y, type, plot, Season, Episode, page), since the cache in front of OMDb is keyed by the
     * exact URL. Parameters that were not set are left out.
     *
     * @param to takes each name and its value, such as {@code y} and {@code 2021}, on the calling thread
     */
    public final void parameters(BiConsumer<String, String> to) {
        known(Objects.requireNonNull(to, "to"));
    }

    /** The parameters this library has names for, in their fixed order. */
    abstract void known(BiConsumer<String, String> to);

    /**
     * The class of what an answer to this request holds.
     *
     * @return {@link io.github.ratingsstream.omdb.answer.OmdbTitle},
     *     {@link io.github.ratingsstream.omdb.answer.SearchPage} or {@link io.github.ratingsstream.omdb.answer.Season}
     */
    public abstract Class<T> answers();

    /**
     * The key that all requests for the same thing share. Computed at the first call, then kept.
     *
     * @return the key, equal for requests that differ only in case, white space or Unicode form
     */
    public final RequestKey key() {
        RequestKey known = key;
        if (known == null) {
            known = RequestKey.of(this);
            key = known;
        }
        return known;
    }
}

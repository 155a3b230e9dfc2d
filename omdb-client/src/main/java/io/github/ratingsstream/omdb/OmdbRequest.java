package io.github.ratingsstream.omdb;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Something OMDb can be asked for. It is answered with a {@code T}, or with OMDb's word that there is none.
 *
 * <p>Immutable and thread-safe. An object that is used again is found in the cache faster than a new one that says the
 * same.
 *
 * @param <T> what the answer holds
 */
public abstract sealed class OmdbRequest<T> permits TitleRequest, SearchRequest, SeasonRequest, EpisodeRequest {

    /** Made when first asked for: it costs more than all else a cached lookup does. */
    private transient volatile @Nullable RequestKey key;

    OmdbRequest() {}

    /**
     * Tells OMDb's parameters but the key, always in the same order (t, i or s; y, type, plot, Season, Episode, page): OMDb's
     * edge cache goes by the exact URL.
     */
    abstract void parameters(BiConsumer<String, String> to);

    /**
     * The class of what an answer holds.
     *
     * @return such as {@link OmdbTitle}
     */
    public abstract Class<T> answers();

    final RequestKey key() {
        RequestKey known = key;
        if (known == null) {
            known = RequestKey.of(this);
            key = known;
        }
        return known;
    }
}

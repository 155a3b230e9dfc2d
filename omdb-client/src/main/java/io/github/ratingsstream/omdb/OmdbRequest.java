package io.github.ratingsstream.omdb;

import java.util.Map;

/**
 * Something OMDb can be asked for. It is answered with a {@code T}, or with OMDb's word that there is none.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> what the answer holds
 */
public abstract sealed class OmdbRequest<T> permits TitleRequest, SearchRequest, SeasonRequest, EpisodeRequest {

    OmdbRequest() {}

    /**
     * OMDb's parameters but the key, always in the same order (t, i or s; y, type, plot, Season, Episode, page): OMDb's
     * edge cache goes by the exact URL.
     */
    abstract Map<String, String> parameters();

    /** Reads what OMDb sent; anything but what was asked for is {@link OmdbException.Reason#MALFORMED}. */
    abstract T read(JsonRecord json);
}

package io.github.ratingsstream.core.result;

import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps only what a rating needs of a title, so that a stream of results stays small: a plot alone is ten times as
 * long.
 */
final class RatingFields {

    private static final List<String> KEPT = List.of("Title", "Year", "Type", "imdbID", "imdbRating", "imdbVotes");

    private RatingFields() {}

    static OmdbTitle of(OmdbTitle title) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(field -> title.text(field).ifPresent(value -> kept.put(field, value)));
        kept.put("Title", title.title());
        return OmdbTitle.of(kept);
    }
}

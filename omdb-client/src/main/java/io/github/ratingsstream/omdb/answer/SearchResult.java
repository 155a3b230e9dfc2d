package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.util.Map;
import java.util.Optional;

/** One row of a search. Only the IMDb id identifies a title; name and year together do not. See {@link OmdbRecord}. */
public final class SearchResult extends OmdbRecord {

    @Serial
    private static final long serialVersionUID = 1;

    private SearchResult(OmdbFields fields) {
        super(fields);
    }

    /**
     * A row from OMDb's fields, for tests and custom lookups.
     *
     * @param fields names and values as OMDb sends them, such as {@code Title}, {@code Year} and {@code imdbID}; copied
     * @return the row
     */
    public static SearchResult of(Map<String, String> fields) {
        return new SearchResult(OmdbFields.of(fields));
    }

    /** {@return the name; empty if OMDb sends none} */
    public String title() {
        return values().textOrBlank("Title");
    }

    /** {@return the year, or the years of a series} */
    public Optional<OmdbYear> year() {
        return OmdbYear.parse(values().textOrBlank("Year"));
    }

    /** {@return the IMDb id, to look the title up by} */
    public Optional<String> imdbId() {
        return text("imdbID");
    }

    /** {@return the kind: {@code movie}, {@code series}, {@code game}; OMDb may add others} */
    public Optional<String> type() {
        return text("Type");
    }

    /** {@return the URL of a poster, as text} */
    public Optional<String> poster() {
        return text("Poster");
    }

    @Override
    public String toString() {
        return title() + " (" + text("Year").orElse("?") + ", " + imdbId().orElse("?") + ")";
    }
}

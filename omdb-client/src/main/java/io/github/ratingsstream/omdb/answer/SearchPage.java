package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One page of a search, ten rows at most. See {@link OmdbRecord}. */
public final class SearchPage extends OmdbRecord {

    @Serial
    private static final long serialVersionUID = 1;

    private final SearchResult[] results;

    private SearchPage(OmdbFields fields, SearchResult[] results) {
        super(fields);
        this.results = results;
    }

    /**
     * A page from OMDb's fields and rows, for tests and custom lookups.
     *
     * @param fields names and values as OMDb sends them beside the rows, such as {@code totalResults} and {@code 14};
     *     may be empty; copied
     * @param results what {@link #results} gives; copied
     * @return the page
     */
    public static SearchPage of(Map<String, String> fields, List<SearchResult> results) {
        return new SearchPage(
                OmdbFields.of(fields),
                List.copyOf(Objects.requireNonNull(results, "results")).toArray(new SearchResult[0]));
    }

    /** {@return the rows, in OMDb's order: films, series and games mixed; unmodifiable} */
    public List<SearchResult> results() {
        return Collections.unmodifiableList(Arrays.asList(results));
    }

    /**
     * How many rows all pages have together, by OMDb's count. It can be wrong, and can change from page to page.
     *
     * @return 0 or more
     */
    public Optional<Long> totalResults() {
        return NumberText.count(values().textOrBlank("totalResults"));
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SearchPage that && Arrays.equals(results, that.results);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Arrays.hashCode(results);
    }

    @Override
    public String toString() {
        return results.length + " of " + text("totalResults").orElse("?") + " results";
    }
}

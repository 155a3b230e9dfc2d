package io.github.ratingsstream.omdb;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title as OMDb describes it.
 *
 * <p>OMDb's values are strings; {@code N/A} means missing. {@link #text} gives any of them. The typed methods give
 * nothing where a value is missing or can't be read, and never throw. Immutable, thread-safe, serialisable.
 */
public final class OmdbTitle implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String NOT_AVAILABLE = "N/A";
    private static final Pattern FIRST_YEAR = Pattern.compile("(\\d{4})(?!\\d).*");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");
    private static final Pattern GROUPED_NUMBER = Pattern.compile("\\d{1,15}|\\d{1,3}(,\\d{3}){1,4}");

    private final LinkedHashMap<String, String> fields;

    private OmdbTitle(Map<String, String> fields) {
        this.fields = new LinkedHashMap<>(fields);
    }

    /**
     * A title from OMDb's fields, for tests and for lookups of one's own.
     *
     * @param fields names and values as OMDb sends them, such as {@code imdbRating} and {@code 8.8}; copied
     * @return the title
     * @throws IllegalArgumentException if there is no {@code Title}
     */
    public static OmdbTitle of(Map<String, String> fields) {
        if (fields.get("Title") == null) {
            throw new IllegalArgumentException("fields must have a Title");
        }
        return new OmdbTitle(fields);
    }

    /**
     * The name.
     *
     * @return OMDb's text
     */
    public String title() {
        return fields.getOrDefault("Title", "");
    }

    /**
     * The year or range of years, such as {@code 2008}, {@code 2008–2013}, {@code 2008–}.
     *
     * @return OMDb's text
     */
    public Optional<String> year() {
        return text("Year");
    }

    /**
     * The year, or the first of a range.
     *
     * @return a year
     */
    public OptionalInt firstYear() {
        Matcher matcher = FIRST_YEAR.matcher(year().orElse(""));
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /**
     * The kind, such as {@code movie}, {@code series}, {@code episode}, {@code game}; OMDb may add others.
     *
     * @return OMDb's text
     */
    public Optional<String> type() {
        return text("Type");
    }

    /**
     * The IMDb id, the only unique key of a title.
     *
     * @return such as {@code tt1375666}
     */
    public Optional<String> imdbId() {
        return text("imdbID");
    }

    /**
     * IMDb's rating.
     *
     * @return 0 to 10
     */
    public OptionalDouble imdbRating() {
        String rating = text("imdbRating").orElse("");
        return PLAIN_NUMBER.matcher(rating).matches()
                ? OptionalDouble.of(Double.parseDouble(rating))
                : OptionalDouble.empty();
    }

    /**
     * How many people rated the title. There can be votes without a rating.
     *
     * @return a count; OMDb groups its digits for films and series, not for episodes
     */
    public OptionalLong imdbVotes() {
        String votes = text("imdbVotes").orElse("");
        return GROUPED_NUMBER.matcher(votes).matches()
                ? OptionalLong.of(Long.parseLong(votes.replace(",", "")))
                : OptionalLong.empty();
    }

    /**
     * Any value, as OMDb sends it.
     *
     * @param field OMDb's name of the field, such as {@code Plot}; names are case-sensitive
     * @return the text; nothing if the field is missing or {@code N/A}
     */
    public Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).filter(value -> !value.equals(NOT_AVAILABLE));
    }

    /**
     * All fields with a text, in OMDb's order, {@code N/A} included.
     *
     * @return an unmodifiable view
     */
    public Map<String, String> fields() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OmdbTitle that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return title() + " (" + year().orElse("?") + ", " + imdbId().orElse("?") + ", rated "
                + text("imdbRating").orElse(NOT_AVAILABLE) + ")";
    }
}

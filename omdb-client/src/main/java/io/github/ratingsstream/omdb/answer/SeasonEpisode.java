package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** One row of a season. See {@link OmdbRecord}. */
public final class SeasonEpisode extends OmdbRecord {

    @Serial
    private static final long serialVersionUID = 1;

    private SeasonEpisode(OmdbFields fields) {
        super(fields);
    }

    /**
     * A row from OMDb's fields, for tests and custom lookups.
     *
     * @param fields names and values as OMDb sends them, such as {@code Title}, {@code Episode} and {@code imdbID};
     *     copied
     * @return the row
     */
    public static SeasonEpisode of(Map<String, String> fields) {
        return new SeasonEpisode(OmdbFields.of(fields));
    }

    /** {@return the name; empty if OMDb sends none} */
    public String title() {
        return values().textOrBlank("Title");
    }

    /** {@return the number within the season; there are episodes 0} */
    public Optional<Integer> episode() {
        return NumberText.number(values().textOrBlank("Episode"));
    }

    /** {@return the day it was first aired; the first of January can stand for a day OMDb does not know} */
    public Optional<LocalDate> released() {
        return DateText.date(values().textOrBlank("Released"));
    }

    /** {@return IMDb's rating, 0 to 10} */
    public Optional<Double> imdbRating() {
        return NumberText.decimal(values().textOrBlank("imdbRating"), 10);
    }

    /** {@return the episode's own IMDb id} */
    public Optional<String> imdbId() {
        return text("imdbID");
    }

    @Override
    public String toString() {
        return text("Episode").orElse("?") + ". " + title() + " (" + imdbId().orElse("?") + ")";
    }
}

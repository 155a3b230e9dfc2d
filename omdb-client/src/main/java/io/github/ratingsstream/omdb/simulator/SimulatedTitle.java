package io.github.ratingsstream.omdb.simulator;

import com.google.gson.JsonObject;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.Rating;
import io.github.ratingsstream.omdb.internal.text.ImdbId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A title in an {@link OmdbSimulator}'s catalogue: a film, unless its type says otherwise.
 *
 * <p>Fields that are not set are {@code N/A}, as at OMDb. Immutable; every method gives a new title.
 */
public final class SimulatedTitle {

    private static final String NOT_AVAILABLE = "N/A";
    private static final String RATINGS = "Ratings";
    private static final int LONGEST_SHORT_PLOT = 190;
    private static final String PLOT_CUT = " ...";

    private final OmdbTitle title;
    private final SimulatedRatings ratings;

    private SimulatedTitle(Map<String, String> fields, SimulatedRatings ratings) {
        this.ratings = ratings;
        this.title = OmdbTitle.of(fields, ratings.listed(fields));
    }

    /**
     * The first step to a title: {@code SimulatedTitle.id("tt1375666").title("Inception").year("2010").rating("8.8")}.
     *
     * @param imdbId {@code tt} and seven or eight digits
     * @return what only needs a name to be a title
     * @throws IllegalArgumentException if it is not an IMDb id
     */
    public static Unnamed id(String imdbId) {
        return new Unnamed(ImdbId.checked("imdbId", imdbId));
    }

    /** An id whose title has no name yet. Immutable. */
    public static final class Unnamed {

        private final String imdbId;

        private Unnamed(String imdbId) {
            this.imdbId = imdbId;
        }

        /**
         * A film of this name. Its year and rating are {@code N/A} until set.
         *
         * @param name as OMDb writes it
         * @return the title
         */
        public SimulatedTitle title(String name) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("Title", Objects.requireNonNull(name, "title"));
            fields.put("imdbID", imdbId);
            fields.put("Type", "movie");
            return new SimulatedTitle(fields, SimulatedRatings.NONE);
        }
    }

    /**
     * The same title with a year.
     *
     * @param year such as {@code 2010}, or {@code 2011–2019} for a series
     * @return a new title
     */
    public SimulatedTitle year(String year) {
        return with("Year", Objects.requireNonNull(year, "year"));
    }

    /**
     * The same title with a rating by IMDb.
     *
     * @param imdbRating such as {@code 8.8}, or {@code N/A}
     * @return a new title
     */
    public SimulatedTitle rating(String imdbRating) {
        return with("imdbRating", Objects.requireNonNull(imdbRating, "imdbRating"));
    }

    /**
     * The same title with a rating by one source, in OMDb's list of ratings. Those of IMDb and Metacritic are also the
     * fields {@code imdbRating} and {@code Metascore}.
     *
     * @param source such as {@link Rating#ROTTEN_TOMATOES}; one that OMDb does not have is listed after those it has
     * @param value as OMDb writes it, such as {@code 87%}, or {@code 74/100} for {@link Rating#METACRITIC}; {@code N/A}
     *     for no rating
     * @return a new title
     */
    public SimulatedTitle rating(String source, String value) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(value, "value");
        return switch (source) {
            case Rating.IMDB -> rating(SimulatedRatings.score(value));
            case Rating.METACRITIC -> with("Metascore", SimulatedRatings.score(value));
            default -> new SimulatedTitle(title.fields(), ratings.with(source, value));
        };
    }

    /**
     * The same title as a series. Its episodes are titles of their own; {@code totalSeasons} is {@code N/A} until set.
     *
     * @return a new title
     */
    public SimulatedTitle series() {
        return with("Type", "series");
    }

    /**
     * The same title as an episode; {@link #season} and {@link #episode} say which. A lookup by name finds it only if
     * the request is for episodes, as at OMDb.
     *
     * @param seriesId the IMDb id of its series
     * @return a new title
     * @throws IllegalArgumentException if it is not an IMDb id
     */
    public SimulatedTitle episodeOf(String seriesId) {
        return with("Type", "episode").with("seriesID", ImdbId.checked("seriesId", seriesId));
    }

    /**
     * The same episode in a season.
     *
     * @param number of the season, as OMDb counts
     * @return a new title
     */
    public SimulatedTitle season(int number) {
        return with("Season", String.valueOf(number));
    }

    /**
     * The same episode with a number.
     *
     * @param number within the season; there are episodes 0
     * @return a new title
     */
    public SimulatedTitle episode(int number) {
        return with("Episode", String.valueOf(number));
    }

    /**
     * The same title with one more field, or another value for it.
     *
     * @param field OMDb's name of the field, such as {@code Type}, {@code imdbVotes}, {@code Plot}
     * @param value its text
     * @return a new title
     * @throws IllegalArgumentException if OMDb has no such field, and for {@code Ratings}, a list that {@link
     *     #rating(String, String)} adds to
     */
    public SimulatedTitle with(String field, String value) {
        Objects.requireNonNull(value, "value");
        if (Objects.requireNonNull(field, "field").equals(RATINGS)) {
            throw new IllegalArgumentException("Ratings is a list: use rating(source, value)");
        }
        if (!FieldOrder.has(field)) {
            throw new IllegalArgumentException("OMDb has no field " + field);
        }
        Map<String, String> more = new LinkedHashMap<>(title.fields());
        more.put(field, value);
        return new SimulatedTitle(more, ratings);
    }

    String get(String field) {
        return title.text(field).orElse(NOT_AVAILABLE);
    }

    /** The title as a client reads it. */
    OmdbTitle read() {
        return title;
    }

    boolean isSeries() {
        return get("Type").equals("series");
    }

    /** The whole record, without {@code Response}. */
    JsonObject record(boolean fullPlot) {
        JsonObject json = new JsonObject();
        FieldOrder.beforeRatings(get("Type")).forEach(field -> json.addProperty(field, written(field, fullPlot)));
        json.add(RATINGS, SimulatedRatings.json(title.ratings()));
        FieldOrder.afterRatings(get("Type")).forEach(field -> json.addProperty(field, written(field, fullPlot)));
        return json;
    }

    /** A row of a search. */
    JsonObject searchRow() {
        JsonObject row = new JsonObject();
        List.of("Title", "Year", "imdbID", "Type", "Poster").forEach(field -> row.addProperty(field, get(field)));
        return row;
    }

    /** A row of a season, where OMDb writes dates as {@code 2011-04-17}. */
    JsonObject episodeRow() {
        JsonObject row = new JsonObject();
        row.addProperty("Title", get("Title"));
        row.addProperty("Released", title.released().map(LocalDate::toString).orElse(NOT_AVAILABLE));
        List.of("Episode", "imdbRating", "imdbID").forEach(field -> row.addProperty(field, get(field)));
        return row;
    }

    private String written(String field, boolean fullPlot) {
        String value = get(field);
        if (field.equals("Plot") && !fullPlot && value.length() > LONGEST_SHORT_PLOT) {
            int cut = LONGEST_SHORT_PLOT - PLOT_CUT.length();
            return value.substring(0, Character.isHighSurrogate(value.charAt(cut - 1)) ? cut - 1 : cut) + PLOT_CUT;
        }
        // OMDb groups the digits of votes, except for episodes.
        return field.equals("imdbVotes") && get("Type").equals("episode") ? value.replace(",", "") : value;
    }

    @Override
    public String toString() {
        return get("Title") + " (" + get("Year") + ", " + get("imdbID") + ")";
    }
}

package io.github.ratingsstream.omdb.simulator;

import com.google.gson.JsonArray;
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
 * <p>Fields that are not set are {@code N/A}, as at OMDb. Immutable; {@link #with} gives a new title.
 */
public final class SimulatedTitle {

    private static final String NOT_AVAILABLE = "N/A";
    private static final String ROTTEN_TOMATOES = "RottenTomatoes";
    private static final int LONGEST_SHORT_PLOT = 190;
    private static final String PLOT_CUT = " ...";

    /** OMDb's fields, in OMDb's order; Ratings is put between Poster and Metascore. */
    private static final List<String> BEFORE_RATINGS = List.of(
            "Title",
            "Year",
            "Rated",
            "Released",
            "Season",
            "Episode",
            "Runtime",
            "Genre",
            "Director",
            "Writer",
            "Actors",
            "Plot",
            "Language",
            "Country",
            "Awards",
            "Poster");

    private static final List<String> AFTER_RATINGS = List.of(
            "Metascore",
            "imdbRating",
            "imdbVotes",
            "imdbID",
            "seriesID",
            "Type",
            "DVD",
            "BoxOffice",
            "Production",
            "Website",
            "totalSeasons");

    private static final List<String> FILMS_ONLY = List.of("DVD", "BoxOffice", "Production", "Website");
    private static final List<String> EPISODES_ONLY = List.of("Season", "Episode", "seriesID");

    private final OmdbTitle title;

    private SimulatedTitle(Map<String, String> fields) {
        this.title = OmdbTitle.of(fields);
    }

    /**
     * A film.
     *
     * @param imdbId {@code tt} and seven or eight digits
     * @param title its name
     * @param year such as {@code 2010}
     * @param imdbRating such as {@code 8.8}, or {@code N/A}
     * @return the title
     */
    public static SimulatedTitle of(String imdbId, String title, String year, String imdbRating) {
        ImdbId.checked("imdbId", imdbId);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Title", Objects.requireNonNull(title, "title"));
        fields.put("Year", Objects.requireNonNull(year, "year"));
        fields.put("imdbRating", Objects.requireNonNull(imdbRating, "imdbRating"));
        fields.put("imdbID", imdbId);
        fields.put("Type", "movie");
        return new SimulatedTitle(fields);
    }

    /**
     * A series. Its episodes are titles of their own; {@code totalSeasons} is {@code N/A} until set.
     *
     * @param imdbId {@code tt} and seven or eight digits
     * @param title its name
     * @param year such as {@code 2011–2019}
     * @param imdbRating such as {@code 9.2}, or {@code N/A}
     * @return the title
     */
    public static SimulatedTitle series(String imdbId, String title, String year, String imdbRating) {
        return of(imdbId, title, year, imdbRating).with("Type", "series");
    }

    /**
     * An episode. Its year and rating are {@code N/A} until set. A lookup by name finds it only if the request is for
     * episodes, as at OMDb.
     *
     * @param imdbId the episode's own id
     * @param title its name
     * @param seriesId the IMDb id of its series
     * @param season the number of its season
     * @param episode its number within the season
     * @return the title
     */
    public static SimulatedTitle episode(String imdbId, String title, String seriesId, int season, int episode) {
        return of(imdbId, title, NOT_AVAILABLE, NOT_AVAILABLE)
                .with("Type", "episode")
                .with("seriesID", ImdbId.checked("seriesId", seriesId))
                .with("Season", String.valueOf(season))
                .with("Episode", String.valueOf(episode));
    }

    /**
     * The same title with one more field, or another value for it.
     *
     * @param field OMDb's name of the field, such as {@code Type}, {@code imdbVotes}, {@code Plot}; or {@code
     *     RottenTomatoes}, whose value (such as {@code 87%}) goes into the list of ratings
     * @param value its text
     * @return a new title
     * @throws IllegalArgumentException if OMDb has no such field
     */
    public SimulatedTitle with(String field, String value) {
        if (!BEFORE_RATINGS.contains(field) && !AFTER_RATINGS.contains(field) && !field.equals(ROTTEN_TOMATOES)) {
            throw new IllegalArgumentException("OMDb has no field " + field);
        }
        Map<String, String> more = new LinkedHashMap<>(title.fields());
        more.put(field, Objects.requireNonNull(value, "value"));
        return new SimulatedTitle(more);
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
        BEFORE_RATINGS.stream()
                .filter(this::applies)
                .forEach(field -> json.addProperty(field, written(field, fullPlot)));
        json.add("Ratings", ratings());
        AFTER_RATINGS.stream()
                .filter(this::applies)
                .forEach(field -> json.addProperty(field, written(field, fullPlot)));
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

    private boolean applies(String field) {
        return switch (get("Type")) {
            case "series" -> !FILMS_ONLY.contains(field) && !EPISODES_ONLY.contains(field);
            case "episode" -> !FILMS_ONLY.contains(field) && !field.equals("totalSeasons");
            default -> !EPISODES_ONLY.contains(field) && !field.equals("totalSeasons");
        };
    }

    private JsonArray ratings() {
        JsonArray ratings = new JsonArray();
        addKnown(ratings, Rating.IMDB, get("imdbRating"), "/10");
        addKnown(ratings, Rating.ROTTEN_TOMATOES, get(ROTTEN_TOMATOES), "");
        addKnown(ratings, Rating.METACRITIC, get("Metascore"), "/100");
        return ratings;
    }

    private static void addKnown(JsonArray ratings, String source, String value, String scale) {
        if (!value.equals(NOT_AVAILABLE)) {
            JsonObject rating = new JsonObject();
            rating.addProperty("Source", source);
            rating.addProperty("Value", value + scale);
            ratings.add(rating);
        }
    }

    @Override
    public String toString() {
        return get("Title") + " (" + get("Year") + ", " + get("imdbID") + ")";
    }
}

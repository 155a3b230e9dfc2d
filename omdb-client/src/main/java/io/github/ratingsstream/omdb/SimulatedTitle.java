package io.github.ratingsstream.omdb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A title in an {@link OmdbSimulator}'s catalogue: a film, unless its type says otherwise.
 *
 * <p>Fields that are not set are {@code N/A}, as at OMDb. Immutable; every {@code with} gives a new one.
 */
public final class SimulatedTitle {

    private static final String NOT_AVAILABLE = "N/A";
    private static final String ROTTEN_TOMATOES = "RottenTomatoes";

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

    private final Map<String, String> fields;

    private SimulatedTitle(Map<String, String> fields) {
        this.fields = fields;
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
        TitleRequest.byId(imdbId);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Title", Objects.requireNonNull(title, "title"));
        fields.put("Year", year);
        fields.put("imdbRating", imdbRating);
        fields.put("imdbID", imdbId);
        fields.put("Type", "movie");
        return new SimulatedTitle(fields);
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
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new SimulatedTitle(more);
    }

    String get(String field) {
        return fields.getOrDefault(field, NOT_AVAILABLE);
    }

    /** The record as OMDb writes it, on one line. */
    String toJson() {
        JsonText json = new JsonText();
        BEFORE_RATINGS.stream().filter(this::applies).forEach(field -> json.field(field, get(field)));
        json.ratings(ratings());
        AFTER_RATINGS.stream().filter(this::applies).forEach(field -> json.field(field, get(field)));
        return json.field("Response", "True").end();
    }

    private boolean applies(String field) {
        return switch (get("Type")) {
            case "series" -> !FILMS_ONLY.contains(field) && !EPISODES_ONLY.contains(field);
            case "episode" -> !FILMS_ONLY.contains(field) && !field.equals("totalSeasons");
            default -> !EPISODES_ONLY.contains(field) && !field.equals("totalSeasons");
        };
    }

    private Map<String, String> ratings() {
        Map<String, String> ratings = new LinkedHashMap<>();
        putKnown(ratings, "Internet Movie Database", get("imdbRating"), "/10");
        putKnown(ratings, "Rotten Tomatoes", get(ROTTEN_TOMATOES), "");
        putKnown(ratings, "Metacritic", get("Metascore"), "/100");
        return ratings;
    }

    private static void putKnown(Map<String, String> ratings, String source, String value, String scale) {
        if (!value.equals(NOT_AVAILABLE)) {
            ratings.put(source, value + scale);
        }
    }

    @Override
    public String toString() {
        return get("Title") + " (" + get("Year") + ", " + get("imdbID") + ")";
    }
}

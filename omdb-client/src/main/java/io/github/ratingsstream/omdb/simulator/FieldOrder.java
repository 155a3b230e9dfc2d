package io.github.ratingsstream.omdb.simulator;

import java.util.List;
import java.util.stream.Stream;

/** OMDb's fields, in OMDb's order; Ratings is put between Poster and Metascore. */
final class FieldOrder {

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

    private FieldOrder() {}

    static boolean has(String field) {
        return BEFORE_RATINGS.contains(field) || AFTER_RATINGS.contains(field);
    }

    static Stream<String> beforeRatings(String type) {
        return BEFORE_RATINGS.stream().filter(field -> applies(type, field));
    }

    static Stream<String> afterRatings(String type) {
        return AFTER_RATINGS.stream().filter(field -> applies(type, field));
    }

    private static boolean applies(String type, String field) {
        return switch (type) {
            case "series" -> !FILMS_ONLY.contains(field) && !EPISODES_ONLY.contains(field);
            case "episode" -> !FILMS_ONLY.contains(field) && !field.equals("totalSeasons");
            default -> !EPISODES_ONLY.contains(field) && !field.equals("totalSeasons");
        };
    }
}

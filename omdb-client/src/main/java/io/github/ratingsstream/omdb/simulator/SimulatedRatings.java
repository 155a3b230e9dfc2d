package io.github.ratingsstream.omdb.simulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ratingsstream.omdb.answer.Rating;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ratings of a title that are in no field of their own: all but those of IMDb and Metacritic. */
final class SimulatedRatings {

    static final SimulatedRatings NONE = new SimulatedRatings(Map.of());

    private static final String NOT_AVAILABLE = "N/A";

    private final Map<String, String> bySource;

    private SimulatedRatings(Map<String, String> bySource) {
        this.bySource = bySource;
    }

    SimulatedRatings with(String source, String value) {
        Map<String, String> more = new LinkedHashMap<>(bySource);
        more.put(source, value);
        return new SimulatedRatings(more);
    }

    /** A field holds the value without its scale: {@code 8.8} of {@code 8.8/10}. */
    static String score(String value) {
        return value.equals(NOT_AVAILABLE) ? value : value.replaceFirst("/.*", "");
    }

    /** All ratings of a title with these fields, in OMDb's order. */
    List<Rating> listed(Map<String, String> fields) {
        List<Rating> all = new ArrayList<>();
        addKnown(all, Rating.IMDB, fields.get("imdbRating"), "/10");
        addKnown(all, Rating.ROTTEN_TOMATOES, bySource.get(Rating.ROTTEN_TOMATOES), "");
        addKnown(all, Rating.METACRITIC, fields.get("Metascore"), "/100");
        bySource.forEach((source, value) -> {
            if (!source.equals(Rating.ROTTEN_TOMATOES)) {
                addKnown(all, source, value, "");
            }
        });
        return all;
    }

    private static void addKnown(List<Rating> all, String source, @Nullable String value, String scale) {
        if (value != null && !value.isBlank() && !value.equals(NOT_AVAILABLE)) {
            all.add(Rating.of(source, value + scale));
        }
    }

    static JsonArray json(List<Rating> ratings) {
        JsonArray list = new JsonArray();
        for (Rating rating : ratings) {
            JsonObject row = new JsonObject();
            row.addProperty("Source", rating.source());
            row.addProperty("Value", rating.text());
            list.add(row);
        }
        return list;
    }
}

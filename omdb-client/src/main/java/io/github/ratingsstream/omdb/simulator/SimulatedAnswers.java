package io.github.ratingsstream.omdb.simulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ratingsstream.omdb.internal.text.ImdbId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a request with a good key as OMDb does: by id, by title, with a season or an episode, or a search. */
final class SimulatedAnswers {

    private static final int SHORTEST_CONVERTED_ID = 9;
    private static final int SHORTEST_SEARCH = 3;
    private static final int ROWS = 10;
    private static final Set<String> TYPES = Set.of("", "movie", "series", "episode", "game");

    private final SimulatedCatalogue catalogue;
    private final @Nullable String missText;

    SimulatedAnswers(SimulatedCatalogue catalogue, @Nullable String missText) {
        this.catalogue = catalogue;
        this.missText = missText;
    }

    SimulatedAnswer answer(Map<String, String> parameters) {
        Map<String, String> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        asked.putAll(parameters);
        String id = value(asked, "i");
        if (!id.isEmpty()) {
            return byId(id, asked);
        }
        if (!value(asked, "t").isEmpty()) {
            return byTitle(asked);
        }
        if (!value(asked, "s").isEmpty()) {
            return search(asked);
        }
        boolean nothingKnown = asked.isEmpty() || asked.containsKey("t") || asked.containsKey("i");
        return error(nothingKnown ? "Incorrect IMDb ID." : "Something went wrong.");
    }

    private SimulatedAnswer byId(String id, Map<String, String> asked) {
        if (ImdbId.isOne(id)) {
            Optional<SimulatedTitle> found = catalogue.byId(id);
            return asked.containsKey("Season")
                    ? season(found.filter(SimulatedTitle::isSeries), asked)
                    : found.map(title -> record(title, asked)).orElseGet(() -> miss("Error getting data."));
        }
        String number = id.startsWith("tt") ? id.substring(2) : id;
        if (id.length() < SHORTEST_CONVERTED_ID || number.chars().allMatch(Character::isDigit)) {
            return error("Incorrect IMDb ID.");
        }
        // The unescaped quotes are OMDb's own mistake.
        return SimulatedAnswer.json(
                200,
                "{\"Response\":\"False\",\"Error\":\"Conversion from string \"" + number
                        + "\" to type 'Double' is not valid.\"}");
    }

    /** OMDb ignores an episode without its season. */
    private SimulatedAnswer byTitle(Map<String, String> asked) {
        String title = value(asked, "t");
        String year = value(asked, "y");
        String type = value(asked, "type");
        if (asked.containsKey("Season")) {
            return season(catalogue.byTitle(title, year, "series"), asked);
        }
        return catalogue
                .byTitle(title, year, type)
                .map(found -> record(found, asked))
                .orElseGet(() -> notFound(type));
    }

    private SimulatedAnswer season(Optional<SimulatedTitle> series, Map<String, String> asked) {
        List<SimulatedTitle> episodes = series.map(found -> catalogue.season(found, value(asked, "Season")))
                .orElse(List.of());
        if (asked.containsKey("Episode")) {
            String number = value(asked, "Episode");
            return episodes.stream()
                    .filter(episode -> episode.get("Episode").equals(number))
                    .findFirst()
                    .map(episode -> record(episode, asked))
                    .orElseGet(() -> error("Series or episode not found!"));
        }
        if (episodes.isEmpty()) {
            return error("Series or season not found!");
        }
        JsonObject json = new JsonObject();
        json.addProperty("Title", series.orElseThrow().get("Title"));
        json.addProperty("Season", value(asked, "Season"));
        json.addProperty("totalSeasons", series.orElseThrow().get("totalSeasons"));
        json.add("Episodes", list(episodes.stream().map(SimulatedTitle::episodeRow)));
        return SimulatedAnswer.found(json);
    }

    private SimulatedAnswer search(Map<String, String> asked) {
        String text = value(asked, "s");
        String type = value(asked, "type");
        int page = page(value(asked, "page"));
        if (text.length() < SHORTEST_SEARCH) {
            return error("Too many results.");
        }
        if (!TYPES.contains(type)) {
            return error("Incorrect syntax near the keyword '" + type + "'.");
        }
        if (page < 1) {
            return error("The offset specified in a OFFSET clause may not be negative.");
        }
        List<SimulatedTitle> found = catalogue.search(text, value(asked, "y"), type);
        JsonArray rows =
                list(found.stream().skip((page - 1L) * ROWS).limit(ROWS).map(SimulatedTitle::searchRow));
        if (rows.size() == 0) {
            return notFound(type);
        }
        JsonObject json = new JsonObject();
        json.add("Search", rows);
        json.addProperty("totalResults", String.valueOf(found.size()));
        return SimulatedAnswer.found(json);
    }

    private static JsonArray list(Stream<JsonObject> rows) {
        JsonArray list = new JsonArray();
        rows.forEach(list::add);
        return list;
    }

    private static int page(String text) {
        return text.matches("-?\\d{1,8}") ? Integer.parseInt(text) : 1;
    }

    private static SimulatedAnswer record(SimulatedTitle title, Map<String, String> asked) {
        return SimulatedAnswer.found(title.record(value(asked, "plot").equalsIgnoreCase("full")));
    }

    private static String value(Map<String, String> asked, String parameter) {
        return asked.getOrDefault(parameter, "");
    }

    private SimulatedAnswer notFound(String type) {
        return miss(type.equals("series") ? "Series not found!" : "Movie not found!");
    }

    private SimulatedAnswer miss(String omdbs) {
        return error(missText == null ? omdbs : missText);
    }

    private static SimulatedAnswer error(String text) {
        return SimulatedAnswer.error(200, text);
    }
}

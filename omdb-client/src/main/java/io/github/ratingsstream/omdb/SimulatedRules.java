package io.github.ratingsstream.omdb;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How OMDb judges a request: what the edge blocks, the key, the quota, then the id or the title. */
final class SimulatedRules {

    private static final int SHORTEST_CONVERTED_ID = 9;

    private final SimulatedCatalogue catalogue;
    private final @Nullable String apiKey;
    private final AtomicLong callsLeft;

    SimulatedRules(SimulatedCatalogue catalogue, @Nullable String apiKey, long dailyLimit) {
        this.catalogue = catalogue;
        this.apiKey = apiKey;
        this.callsLeft = new AtomicLong(dailyLimit);
    }

    void setCallsLeft(long calls) {
        callsLeft.set(calls);
    }

    SimulatedAnswer answer(Map<String, String> parameters, String key, @Nullable String userAgent) {
        if (userAgent == null || parameters.values().stream().anyMatch(value -> value.indexOf('\u00A0') >= 0)) {
            return Fault.page(403).answer();
        }
        if (parameters.values().stream().anyMatch(value -> value.indexOf('<') >= 0)) {
            return Fault.page(500).answer();
        }
        if (key.isEmpty()) {
            return error(401, "No API key provided.");
        }
        if (apiKey != null && !apiKey.equals(key)) {
            return error(401, "Invalid API key!");
        }
        if (callsLeft.getAndUpdate(calls -> Math.max(0, calls - 1)) <= 0) {
            return error(401, "Request limit reached!");
        }
        return lookUp(parameters);
    }

    private SimulatedAnswer lookUp(Map<String, String> parameters) {
        String id = parameters.getOrDefault("i", "");
        String title = parameters.getOrDefault("t", "");
        String type = parameters.getOrDefault("type", "");
        if (!id.isEmpty()) {
            return byId(id);
        }
        if (title.isEmpty()) {
            return error(200, "Incorrect IMDb ID.");
        }
        return catalogue
                .byTitle(title, parameters.getOrDefault("y", ""), type)
                .map(found -> SimulatedAnswer.json(200, found.toJson()))
                .orElseGet(() -> error(200, type.equals("series") ? "Series not found!" : "Movie not found!"));
    }

    private SimulatedAnswer byId(String id) {
        if (id.matches("tt\\d{7,8}")) {
            return catalogue
                    .byId(id)
                    .map(found -> SimulatedAnswer.json(200, found.toJson()))
                    .orElseGet(() -> error(200, "Error getting data."));
        }
        String number = id.startsWith("tt") ? id.substring(2) : id;
        if (id.length() < SHORTEST_CONVERTED_ID || number.chars().allMatch(Character::isDigit)) {
            return error(200, "Incorrect IMDb ID.");
        }
        // OMDb's own mistake: the quotes inside are not escaped.
        return SimulatedAnswer.json(
                200,
                "{\"Response\":\"False\",\"Error\":\"Conversion from string \"" + number
                        + "\" to type 'Double' is not valid.\"}");
    }

    private static SimulatedAnswer error(int status, String text) {
        return SimulatedAnswer.json(status, JsonText.error(text));
    }
}

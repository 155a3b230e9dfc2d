package io.github.ratingsstream.omdb.simulator;

import com.google.gson.JsonObject;
import java.util.Map;

/** An answer of the simulator, and how its sending ends. */
record SimulatedAnswer(int status, String contentType, String body, Map<String, String> headers, Fault.Ending ending) {

    static final String JSON = "application/json; charset=utf-8";

    SimulatedAnswer(int status, String contentType, String body) {
        this(status, contentType, body, Map.of(), Fault.Ending.WHOLE);
    }

    /** A record, a page or a season, on one line as OMDb sends it. */
    static SimulatedAnswer found(JsonObject json) {
        json.addProperty("Response", "True");
        return json(200, json.toString());
    }

    static SimulatedAnswer error(int status, String text) {
        JsonObject json = new JsonObject();
        json.addProperty("Response", "False");
        json.addProperty("Error", text);
        return json(status, json.toString());
    }

    static SimulatedAnswer json(int status, String body) {
        return new SimulatedAnswer(status, JSON, body);
    }

    SimulatedAnswer withHeaders(Map<String, String> more) {
        return new SimulatedAnswer(status, contentType, body, more, ending);
    }

    SimulatedAnswer ending(Fault.Ending other) {
        return new SimulatedAnswer(status, contentType, body, headers, other);
    }
}

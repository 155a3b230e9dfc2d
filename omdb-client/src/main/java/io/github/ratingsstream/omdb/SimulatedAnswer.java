package io.github.ratingsstream.omdb;

import java.util.Map;

/** What the simulator sends, and how far it gets with that. */
record SimulatedAnswer(int status, String contentType, String body, Map<String, String> headers, Fault.Ending ending) {

    SimulatedAnswer(int status, String contentType, String body) {
        this(status, contentType, body, Map.of(), Fault.Ending.WHOLE);
    }

    static SimulatedAnswer json(int status, String body) {
        return new SimulatedAnswer(status, "application/json; charset=utf-8", body);
    }

    SimulatedAnswer withHeaders(Map<String, String> more) {
        return new SimulatedAnswer(status, contentType, body, more, ending);
    }

    SimulatedAnswer ending(Fault.Ending other) {
        return new SimulatedAnswer(status, contentType, body, headers, other);
    }
}

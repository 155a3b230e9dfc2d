package io.github.ratingsstream.omdb;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the text fields of a JSON object; nested values are passed over.
 *
 * <p>Gson's streaming reader alone is used: it is the same from 2.2.4 (which Spark puts in front of us) to the current
 * one, needs no stack for nesting, and accepts the raw control characters OMDb sends.
 */
final class JsonFields {

    private JsonFields() {}

    /** The fields in their order; nothing where the text is no JSON object, even after one repair. */
    static Optional<Map<String, String>> read(String body) {
        if (!isObject(body)) {
            return Optional.empty();
        }
        if (JsonRepair.hasIllegalEscape(body)) {
            // Gson 2.2.4 drops the backslash without a word; newer ones refuse the whole text.
            return readRepaired(body);
        }
        try {
            return Optional.of(strictlyRead(body));
        } catch (IOException | IllegalStateException | NumberFormatException broken) {
            return readRepaired(body);
        }
    }

    /** HTML and plain text never reach the JSON reader. */
    private static boolean isObject(String body) {
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (!Character.isWhitespace(c) && c != '\uFEFF') {
                return c == '{';
            }
        }
        return false;
    }

    private static Optional<Map<String, String>> readRepaired(String body) {
        try {
            return Optional.of(strictlyRead(JsonRepair.repair(body)));
        } catch (IOException | IllegalStateException | NumberFormatException hopeless) {
            // A parser's message can be long and quote the body: it stays here.
            return Optional.empty();
        }
    }

    private static Map<String, String> strictlyRead(String body) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(body))) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                switch (json.peek()) {
                    case STRING, NUMBER -> fields.put(name, json.nextString());
                    case BOOLEAN -> fields.put(name, String.valueOf(json.nextBoolean()));
                    default -> json.skipValue();
                }
            }
            json.endObject();
        }
        return fields;
    }
}

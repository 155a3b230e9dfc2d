package io.github.ratingsstream.omdb;

import java.util.Map;
import java.util.StringJoiner;

/** Writes JSON as OMDb does: one line, all values strings, nothing escaped but what must be. */
final class JsonText {

    private final StringJoiner fields = new StringJoiner(",", "{", "}");

    static String error(String text) {
        return new JsonText().field("Response", "False").field("Error", text).end();
    }

    JsonText field(String name, String value) {
        fields.add(quoted(name) + ":" + quoted(value));
        return this;
    }

    JsonText ratings(Map<String, String> bySource) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        bySource.forEach((source, value) -> list.add(
                new JsonText().field("Source", source).field("Value", value).end()));
        fields.add(quoted("Ratings") + ":" + list);
        return this;
    }

    String end() {
        return fields.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}

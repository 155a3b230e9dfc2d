package io.github.ratingsstream.omdb;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

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

    JsonText list(String name, List<JsonText> rows) {
        fields.add(quoted(name) + ":" + rows.stream().map(JsonText::end).collect(Collectors.joining(",", "[", "]")));
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

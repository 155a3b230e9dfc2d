package io.github.ratingsstream.omdb.internal.judge;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.ratingsstream.omdb.internal.text.Entities;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of a JSON object and of the objects in its lists. Everything else is skipped.
 *
 * <p>It uses Gson's streaming reader, which behaves the same from 2.2.4 (the version Spark puts on the class path) to
 * the current one, does not recurse into nested values, and accepts the raw control characters that OMDb sends.
 */
final class RecordParser {

    /**
     * OMDb's answers are 3 levels deep. Newer versions of Gson stop at 255 and 2.2.4 never does; a bound of our own
     * makes both behave the same.
     */
    private static final int MOST_NESTED = 250;

    private final JsonReader json;

    private RecordParser(JsonReader json) {
        this.json = json;
    }

    /** The record, or nothing if the text is not a JSON object, even after one repair. */
    static Optional<JsonRecord> parse(String body) {
        if (!isObject(body)) {
            return Optional.empty();
        }
        if (JsonRepair.hasIllegalEscape(body)) {
            // Gson 2.2.4 silently drops the backslash; newer versions refuse the whole text.
            return tryToParse(JsonRepair.repair(body));
        }
        return tryToParse(body).or(() -> tryToParse(JsonRepair.repair(body)));
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

    private static Optional<JsonRecord> tryToParse(String body) {
        try (JsonReader reader = new JsonReader(new StringReader(body))) {
            return Optional.of(new RecordParser(reader).whole());
        } catch (IOException | IllegalStateException | NumberFormatException broken) {
            // The message is dropped, because it may be long and quote the body.
            return Optional.empty();
        }
    }

    private JsonRecord whole() throws IOException {
        Map<String, List<Map<String, String>>> lists = new HashMap<>();
        Map<String, String> fields = object(lists);
        return new JsonRecord(fields, lists);
    }

    /** Without a map for them, lists are skipped: only those of the outermost object are wanted. */
    private Map<String, String> object(@Nullable Map<String, List<Map<String, String>>> lists) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            JsonToken value = json.peek();
            if (value == JsonToken.STRING || value == JsonToken.NUMBER) {
                texts.put(name, Entities.decoded(json.nextString()));
            } else if (value == JsonToken.BOOLEAN) {
                texts.put(name, String.valueOf(json.nextBoolean()));
            } else if (value == JsonToken.BEGIN_ARRAY && lists != null) {
                lists.put(name, rows());
            } else {
                passOver();
            }
        }
        json.endObject();
        return texts;
    }

    private List<Map<String, String>> rows() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            if (json.peek() == JsonToken.BEGIN_OBJECT) {
                Map<String, String> row = object(null);
                if (!row.isEmpty()) {
                    rows.add(row);
                }
            } else {
                passOver();
            }
        }
        json.endArray();
        return rows;
    }

    private void passOver() throws IOException {
        int depth = 0;
        do {
            switch (json.peek()) {
                case BEGIN_ARRAY, BEGIN_OBJECT -> {
                    open();
                    depth++;
                }
                case END_ARRAY, END_OBJECT -> {
                    close();
                    depth--;
                }
                case NAME -> json.nextName();
                default -> json.skipValue();
            }
            if (depth > MOST_NESTED) {
                throw new IOException("nested too deep");
            }
        } while (depth > 0);
    }

    private void open() throws IOException {
        if (json.peek() == JsonToken.BEGIN_ARRAY) {
            json.beginArray();
        } else {
            json.beginObject();
        }
    }

    private void close() throws IOException {
        if (json.peek() == JsonToken.END_ARRAY) {
            json.endArray();
        } else {
            json.endObject();
        }
    }
}

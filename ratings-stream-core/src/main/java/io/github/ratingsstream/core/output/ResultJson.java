package io.github.ratingsstream.core.output;

import com.google.gson.stream.JsonWriter;
import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSON object of a result: always the same keys, null where there is nothing to say. */
public final class ResultJson implements RatingFormat {

    private static final Pattern ONE_YEAR = Pattern.compile("\\d{4}");
    private static final Pattern LONE_SURROGATE =
            Pattern.compile("(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])");

    @Override
    public String line(LookupResult result, long batchMillis) {
        StringWriter text = new StringWriter(256);
        try (JsonWriter json = new JsonWriter(text)) {
            json.setHtmlSafe(false);
            json.setSerializeNulls(true);
            json.beginObject();
            write(json, result);
            json.name("batchTime").value(Instant.ofEpochMilli(batchMillis).toString());
            json.name("arrivedTime")
                    .value(result.arrivedTime().map(Instant::toString).orElse(null));
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public boolean hasHeaders() {
        return false;
    }

    private static void write(JsonWriter json, LookupResult result) throws IOException {
        json.name("input").value(LONE_SURROGATE.matcher(result.input()).replaceAll("\uFFFD"));
        json.name("outcome").value(result.outcome().name());
        json.name("title").value(result.title().orElse(null));
        writeYear(json.name("year"), result.year().orElse(null));
        json.name("type")
                .value(result.type().map(type -> type.toLowerCase(Locale.ROOT)).orElse(null));
        json.name("imdbId").value(result.imdbId().orElse(null));
        writeNumber(json.name("imdbRating"), result.rating().orElse(null));
        writeNumber(json.name("imdbVotes"), result.votes().orElse(null));
        json.name("source")
                .value(result.source()
                        .map(source -> source.name().toLowerCase(Locale.ROOT))
                        .orElse(null));
        json.name("reason").value(result.reason().map(Enum::name).orElse(null));
    }

    private static void writeYear(JsonWriter json, @Nullable String year) throws IOException {
        if (year != null && ONE_YEAR.matcher(year).matches()) {
            json.value(Integer.parseInt(year));
        } else {
            json.value(year);
        }
    }

    private static void writeNumber(JsonWriter json, @Nullable Number number) throws IOException {
        json.value(number);
    }
}

package io.github.ratingsstream.core.kit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads what --output wrote, as a script would: finished folders and their parts, in the order of their names. */
public final class Records {

    private Records() {}

    public static List<JsonObject> in(Path output) {
        return entries(output)
                .filter(batch -> batch.getFileName().toString().matches("batch-\\d+"))
                .flatMap(Records::entries)
                .flatMap(Records::lines)
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    public static List<String> texts(Path output, String key) {
        return in(output).stream().map(record -> record.get(key).getAsString()).toList();
    }

    private static Stream<Path> entries(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

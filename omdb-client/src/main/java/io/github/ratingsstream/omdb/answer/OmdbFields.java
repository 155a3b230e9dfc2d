package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text fields of one JSON object, in their order.
 *
 * <p>A plain array of names and values: a title of 26 fields takes a fifth of the space of a map, and programs that
 * stream titles keep many. A lookup compares a few names, most of them by identity.
 */
final class OmdbFields implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String NOT_AVAILABLE = "N/A";

    /** Texts that nearly every record has, kept once instead of once per record. */
    private static final Map<String, String> SHARED = List.of(
                    ("Title Year Rated Released Season Episode Runtime Genre Director Writer Actors Plot Language Country "
                                    + "Awards Poster Metascore imdbRating imdbVotes imdbID seriesID Type DVD BoxOffice "
                                    + "Production Website totalSeasons Response totalResults "
                                    + "N/A True movie series episode game English")
                            .split(" "))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private final String[] namesAndValues;

    private OmdbFields(String[] namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    static OmdbFields of(Map<String, String> fields) {
        Objects.requireNonNull(fields, "fields");
        String[] namesAndValues = new String[fields.size() * 2];
        int at = 0;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            namesAndValues[at++] = shared(field.getKey());
            namesAndValues[at++] = shared(field.getValue());
        }
        return new OmdbFields(namesAndValues);
    }

    private static String shared(String text) {
        return SHARED.getOrDefault(Objects.requireNonNull(text, "fields"), text);
    }

    /** As sent, {@code N/A} included. */
    @Nullable
    String get(String name) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    /** Nothing if the text is missing or says nothing. */
    Optional<String> text(String name) {
        return Optional.ofNullable(get(name)).filter(OmdbFields::saysSomething);
    }

    /** The one rule for what counts as no text: it is blank, or {@code N/A}. */
    static boolean saysSomething(String text) {
        String stripped = text.strip();
        return !stripped.isEmpty() && !stripped.equals(NOT_AVAILABLE);
    }

    /** The text or {@code ""}, for readers that treat missing and empty alike. */
    String textOrBlank(String name) {
        return text(name).orElse("");
    }

    Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>(namesAndValues.length);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OmdbFields that && asMap().equals(that.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}

package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A record of OMDb: a set of named fields.
 *
 * <p>OMDb's values are texts; one that is blank or {@code N/A} means missing. {@link #text} returns any of them, even
 * fields that this library does not know. The typed methods parse the text when called. They return an empty
 * {@link Optional} if the value is missing or can't be read, and never throw. HTML entities, which OMDb sends now and
 * then, are decoded once.
 *
 * <p>Immutable, thread-safe, serialisable by Java and Kryo; two are equal if they are of the same kind and have the
 * same fields.
 */
public abstract sealed class OmdbRecord implements Serializable
        permits OmdbTitle, SearchPage, SearchResult, Season, SeasonEpisode {

    @Serial
    private static final long serialVersionUID = 1;

    private final OmdbFields fields;

    OmdbRecord(OmdbFields fields) {
        this.fields = fields;
    }

    final OmdbFields values() {
        return fields;
    }

    /**
     * Any value as text.
     *
     * @param field OMDb's name of the field, such as {@code Plot}; names are case-sensitive
     * @return the text; nothing if the field is missing, blank or {@code N/A}
     */
    public final Optional<String> text(String field) {
        return fields.text(Objects.requireNonNull(field, "field"));
    }

    /**
     * All fields with a text, in OMDb's order, {@code N/A} included.
     *
     * @return an unmodifiable map, created at each call
     */
    public final Map<String, String> fields() {
        return fields.asMap();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OmdbRecord that && getClass() == that.getClass() && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }
}

package io.github.ratingsstream.omdb.store;

import io.github.ratingsstream.omdb.internal.text.OneLine;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a store keeps it: OMDb's JSON, or its text for a miss, and when it came.
 *
 * <p>Immutable, thread-safe, serialisable.
 */
public final class StoredAnswer implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean found;
    private final String text;
    private final Instant receivedAt;

    private StoredAnswer(boolean found, String text, Instant receivedAt) {
        this.found = found;
        this.text = Objects.requireNonNull(text, "text");
        this.receivedAt = Objects.requireNonNull(receivedAt, "receivedAt");
    }

    /**
     * An answer with what was asked for.
     *
     * @param json OMDb's JSON, whole
     * @param at when it was received
     * @return the answer
     */
    public static StoredAnswer found(String json, Instant at) {
        return new StoredAnswer(true, json, at);
    }

    /**
     * An answer that says OMDb has no such thing.
     *
     * @param text OMDb's text, such as {@code Movie not found!}
     * @param at when it was received
     * @return the answer
     */
    public static StoredAnswer missed(String text, Instant at) {
        return new StoredAnswer(false, text, at);
    }

    /**
     * OMDb's JSON.
     *
     * @return nothing for a miss
     */
    public Optional<String> json() {
        return found ? Optional.of(text) : Optional.empty();
    }

    /**
     * OMDb's text for a miss.
     *
     * @return nothing if it was found
     */
    public Optional<String> miss() {
        return found ? Optional.empty() : Optional.of(text);
    }

    /**
     * When the answer was received.
     *
     * @return the receiver's time
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredAnswer that
                && found == that.found
                && text.equals(that.text)
                && receivedAt.equals(that.receivedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(found, text, receivedAt);
    }

    @Override
    public String toString() {
        return (found ? "found: " + text.length() + " characters" : "missed: " + OneLine.of(text)) + ", " + receivedAt;
    }
}

package io.github.ratingsstream.omdb;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a lookup came to: what was asked for, or OMDb's word that it has none. A miss is an answer, not an error.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> what was asked for
 */
public final class OmdbAnswer<T> {

    private final @Nullable T value;
    private final @Nullable String miss;
    private final int calls;

    private OmdbAnswer(@Nullable T value, @Nullable String miss, int calls) {
        this.value = value;
        this.miss = miss;
        this.calls = calls;
    }

    /**
     * An answer that holds what was asked for. It cost one call.
     *
     * @param value what OMDb found
     * @param <T> what was asked for
     * @return the answer
     */
    public static <T> OmdbAnswer<T> found(T value) {
        return new OmdbAnswer<>(Objects.requireNonNull(value, "value"), null, 1);
    }

    /**
     * An answer that OMDb has no such thing. It cost one call.
     *
     * @param text OMDb's text, such as {@code Movie not found!}
     * @param <T> what was asked for
     * @return the answer
     */
    public static <T> OmdbAnswer<T> missed(String text) {
        return new OmdbAnswer<>(null, Objects.requireNonNull(text, "text"), 1);
    }

    OmdbAnswer<T> withCalls(int count) {
        return new OmdbAnswer<>(value, miss, count);
    }

    /**
     * What was asked for, if OMDb has it.
     *
     * @return nothing for a miss
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * OMDb's text for a miss.
     *
     * @return nothing if there is a value
     */
    public Optional<String> miss() {
        return Optional.ofNullable(miss);
    }

    /**
     * The calls this lookup took from the day's quota, retries included.
     *
     * @return 1 or more
     */
    public int calls() {
        return calls;
    }

    @Override
    public String toString() {
        return value == null ? "missed: " + miss : "found: " + value;
    }
}

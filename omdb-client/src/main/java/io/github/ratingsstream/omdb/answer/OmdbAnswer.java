package io.github.ratingsstream.omdb.answer;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a lookup: what you asked for, or OMDb's text that says it has no such thing (a miss). A miss is an
 * answer, not an error.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> what was asked for
 */
public final class OmdbAnswer<T> {

    /** Where an answer came from. */
    public enum Source {
        /** OMDb sent it just now. */
        API,
        /** OMDb sent it before, and it has not expired. */
        CACHE,
        /** OMDb sent it before, and it has expired; you get it because OMDb can't be asked now, or was not to be asked. */
        STALE
    }

    private final @Nullable T value;
    private final @Nullable String miss;
    private final @Nullable String json;
    private final Instant receivedAt;
    private final Source source;
    private final int calls;

    private OmdbAnswer(
            @Nullable T value,
            @Nullable String miss,
            @Nullable String json,
            Instant receivedAt,
            Source source,
            int calls) {
        this.value = value;
        this.miss = miss;
        this.json = json;
        this.receivedAt = receivedAt;
        this.source = source;
        this.calls = calls;
    }

    /**
     * An answer that holds what was asked for. It came from OMDb just now, and cost one call.
     *
     * @param value what OMDb found
     * @param <T> what was asked for
     * @return the answer
     */
    public static <T> OmdbAnswer<T> found(T value) {
        return new OmdbAnswer<>(Objects.requireNonNull(value, "value"), null, null, Instant.now(), Source.API, 1);
    }

    /**
     * An answer that says OMDb has no such thing. It came from OMDb just now, and cost one call.
     *
     * @param text OMDb's text, such as {@code Movie not found!}
     * @param <T> what was asked for
     * @return the answer
     */
    public static <T> OmdbAnswer<T> missed(String text) {
        return new OmdbAnswer<>(null, Objects.requireNonNull(text, "text"), null, Instant.now(), Source.API, 1);
    }

    /**
     * The same answer from elsewhere, at no cost.
     *
     * @param from where it came from
     * @return a new answer
     */
    public OmdbAnswer<T> from(Source from) {
        return new OmdbAnswer<>(value, miss, json, receivedAt, Objects.requireNonNull(from, "source"), 0);
    }

    /**
     * The same answer at another cost.
     *
     * @param count what {@link #calls} gives, 0 or more
     * @return a new answer
     * @throws IllegalArgumentException if negative
     */
    public OmdbAnswer<T> withCalls(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("calls must be 0 or more: " + count);
        }
        return new OmdbAnswer<>(value, miss, json, receivedAt, source, count);
    }

    /**
     * The same answer with the body it was read from, and the time it was received.
     *
     * @param body what {@link #json} gives; ignored for a miss, which has none
     * @param at what {@link #receivedAt} gives
     * @return a new answer
     */
    public OmdbAnswer<T> received(String body, Instant at) {
        Objects.requireNonNull(body, "body");
        return new OmdbAnswer<>(
                value, miss, value == null ? null : body, Objects.requireNonNull(at, "at"), source, calls);
    }

    /**
     * What you asked for, if OMDb has it.
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
     * The body as OMDb sent it; not always valid JSON.
     *
     * @return nothing for a miss, and for an answer made without {@link #received}
     */
    public Optional<String> json() {
        return Optional.ofNullable(json);
    }

    /**
     * When the answer was received, by the clock of the client that received it.
     *
     * @return a time in the past, for a cached answer too
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * Where it came from.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    /**
     * How many calls this lookup cost, retries included. If lookups share a call, one of them counts it and the others
     * return 0, so that the sum is the number of calls made.
     *
     * @return 0 or more: 0 from the cache; for a stale answer, the calls that failed before
     */
    public int calls() {
        return calls;
    }

    @Override
    public String toString() {
        return value == null ? "missed: " + miss : "found: " + value;
    }
}

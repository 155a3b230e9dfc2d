package io.github.ratingsstream.omdb;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a lookup came to: a title, or OMDb's word that it has none. A miss is an answer, not an error.
 *
 * <p>Immutable and thread-safe.
 */
public final class OmdbAnswer {

    private final @Nullable OmdbTitle title;
    private final @Nullable String miss;
    private final int calls;

    private OmdbAnswer(@Nullable OmdbTitle title, @Nullable String miss, int calls) {
        this.title = title;
        this.miss = miss;
        this.calls = calls;
    }

    /**
     * An answer that holds a title. It cost one call.
     *
     * @param title what OMDb found
     * @return the answer
     */
    public static OmdbAnswer found(OmdbTitle title) {
        return new OmdbAnswer(Objects.requireNonNull(title, "title"), null, 1);
    }

    /**
     * An answer that OMDb has no such title. It cost one call.
     *
     * @param text OMDb's text, such as {@code Movie not found!}
     * @return the answer
     */
    public static OmdbAnswer missed(String text) {
        return new OmdbAnswer(null, Objects.requireNonNull(text, "text"), 1);
    }

    OmdbAnswer withCalls(int count) {
        return new OmdbAnswer(title, miss, count);
    }

    /**
     * The title, if OMDb has it.
     *
     * @return nothing for a miss
     */
    public Optional<OmdbTitle> title() {
        return Optional.ofNullable(title);
    }

    /**
     * OMDb's text for a miss.
     *
     * @return nothing if the title was found
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
        return title == null ? "missed: " + miss : "found: " + title;
    }
}

package io.github.ratingsstream.omdb.request;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one lookup does differently from the client's settings.
 *
 * <pre>{@code
 * LookupOptions quick = LookupOptions.defaults().timeout(Duration.ofSeconds(2)).noStale();
 * OmdbAnswer<OmdbTitle> soon = omdb.lookUp(TitleRequest.byId("tt1160419"), quick);
 * }</pre>
 *
 * <p>Immutable and thread-safe. Every method with a choice returns new options.
 */
public final class LookupOptions {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final LookupOptions DEFAULTS = new LookupOptions(null, false, false, false);

    private final @Nullable Duration timeout;
    private final boolean refresh;
    private final boolean cacheOnly;
    private final boolean noStale;

    private LookupOptions(@Nullable Duration timeout, boolean refresh, boolean cacheOnly, boolean noStale) {
        if (refresh && cacheOnly) {
            throw new IllegalArgumentException("refresh asks OMDb, and cacheOnly never does: choose one of them");
        }
        this.timeout = timeout;
        this.refresh = refresh;
        this.cacheOnly = cacheOnly;
        this.noStale = noStale;
    }

    /**
     * A lookup by the client's settings.
     *
     * @return options that change nothing
     */
    public static LookupOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sets the time this whole lookup may take, instead of the client's. Others who wait for the same answer keep their
     * own.
     *
     * @param wholeLookup 1 ms to a day
     * @return new options
     * @throws IllegalArgumentException if out of range
     */
    public LookupOptions timeout(Duration wholeLookup) {
        Objects.requireNonNull(wholeLookup, "timeout");
        if (wholeLookup.compareTo(Duration.ofMillis(1)) < 0 || wholeLookup.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("timeout must be 1 ms to 1 day: " + wholeLookup);
        }
        return new LookupOptions(wholeLookup, refresh, cacheOnly, noStale);
    }

    /**
     * Asks OMDb, even if memory or the store has an answer that has not expired, and keeps what OMDb sends. If OMDb
     * doesn't answer, the lookup fails; it never gives an older answer. It shares a call with other refreshing lookups,
     * but joins no call that was begun before them.
     *
     * @return new options
     * @throws IllegalArgumentException with {@link #cacheOnly}
     */
    public LookupOptions refresh() {
        return new LookupOptions(timeout, true, cacheOnly, noStale);
    }

    /**
     * Never calls OMDb: the answer comes from memory or the store. An expired one is given as {@link
     * io.github.ratingsstream.omdb.answer.OmdbAnswer.Source#STALE}, unless {@link #noStale} is chosen too. If there is
     * none, or the store can't be used, the lookup fails as {@link
     * io.github.ratingsstream.omdb.answer.OmdbException.Reason#NOT_CACHED}, after 0 calls.
     *
     * @return new options
     * @throws IllegalArgumentException with {@link #refresh}
     */
    public LookupOptions cacheOnly() {
        return new LookupOptions(timeout, refresh, true, noStale);
    }

    /**
     * Never gives an expired answer: the lookup fails instead.
     *
     * @return new options
     */
    public LookupOptions noStale() {
        return new LookupOptions(timeout, refresh, cacheOnly, true);
    }

    /**
     * The time this whole lookup may take.
     *
     * @return nothing for the client's
     */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /**
     * Whether {@link #refresh} was chosen.
     *
     * @return false by default
     */
    public boolean isRefresh() {
        return refresh;
    }

    /**
     * Whether {@link #cacheOnly} was chosen.
     *
     * @return false by default
     */
    public boolean isCacheOnly() {
        return cacheOnly;
    }

    /**
     * Whether {@link #noStale} was chosen.
     *
     * @return false by default
     */
    public boolean isNoStale() {
        return noStale;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LookupOptions that
                && Objects.equals(timeout, that.timeout)
                && refresh == that.refresh
                && cacheOnly == that.cacheOnly
                && noStale == that.noStale;
    }

    @Override
    public int hashCode() {
        return Objects.hash(timeout, refresh, cacheOnly, noStale);
    }

    /**
     * What was chosen.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "timeout=" + (timeout == null ? "the client's" : timeout) + ", refresh=" + refresh + ", cacheOnly="
                + cacheOnly + ", noStale=" + noStale;
    }
}

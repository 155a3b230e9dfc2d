package io.github.ratingsstream.omdb.store;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many calls were made on one day, and whether OMDb said that its limit is reached.
 *
 * <p>Immutable, thread-safe, serialisable.
 */
public final class DayUse implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final long calls;
    private final @Nullable Instant spentSince;

    private DayUse(long calls, @Nullable Instant spentSince) {
        this.calls = calls;
        this.spentSince = spentSince;
    }

    /**
     * A day on which calls may go out.
     *
     * @param calls how many were counted
     * @return the use
     */
    public static DayUse of(long calls) {
        return new DayUse(calls, null);
    }

    /**
     * The same count on a day whose quota is spent.
     *
     * @param instant when OMDb first said so
     * @return the use
     */
    public DayUse withSpentSince(Instant instant) {
        return new DayUse(calls, Objects.requireNonNull(instant, "instant"));
    }

    /**
     * The calls counted, retries included.
     *
     * @return 0 or more
     */
    public long calls() {
        return calls;
    }

    /**
     * Since when OMDb says that the quota is spent.
     *
     * @return nothing if it does not
     */
    public Optional<Instant> spentSince() {
        return Optional.ofNullable(spentSince);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DayUse that && calls == that.calls && Objects.equals(spentSince, that.spentSince);
    }

    @Override
    public int hashCode() {
        return Objects.hash(calls, spentSince);
    }

    @Override
    public String toString() {
        return calls + " calls" + (spentSince == null ? "" : ", spent since " + spentSince);
    }
}

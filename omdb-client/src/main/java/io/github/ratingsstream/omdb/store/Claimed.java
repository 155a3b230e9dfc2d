package io.github.ratingsstream.omdb.store;

import java.util.Objects;
import java.util.Optional;

/**
 * The result of a {@link Claim}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param state what the client may do now
 * @param answer the answer the store has, however old; empty for {@link State#TAKEN}
 */
public record Claimed(State state, Optional<StoredAnswer> answer) {

    /** What the client may do now. */
    public enum State {
        /** The lease is taken and a call is counted: call OMDb. */
        COUNTED,
        /** The lease is taken, but no call is counted: the day's limit is reached, or OMDb said so. */
        LEASED,
        /** The store has a fresh answer; no lease is held. */
        ANSWERED,
        /** Another owner has the lease: wait, then look again. */
        TAKEN
    }

    /** Refuses nulls. */
    public Claimed {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(answer, "answer");
    }
}

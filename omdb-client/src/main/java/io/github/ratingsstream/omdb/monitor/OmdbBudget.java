package io.github.ratingsstream.omdb.monitor;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many calls were made today, and how many are left.
 *
 * @param used calls counted since midnight UTC, including retries and attempts whose connection was refused; with a
 *     shared store, those of all its clients
 * @param left how many are left of {@link io.github.ratingsstream.omdb.OmdbClientBuilder#dailyLimit}, 0 or more; empty
 *     without a limit
 * @param spentSince when OMDb said that its own limit is reached, if it did
 */
public record OmdbBudget(long used, OptionalLong left, Optional<Instant> spentSince) {}

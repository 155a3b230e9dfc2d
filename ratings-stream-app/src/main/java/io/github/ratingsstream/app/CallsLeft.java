package io.github.ratingsstream.app;

import io.github.ratingsstream.core.OmdbLookup;
import io.github.ratingsstream.omdb.OmdbBudget;
import io.github.ratingsstream.omdb.StoreException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What is left of the daily limit: this JVM's client knows it, else the store. Nobody does on a cluster without a store,
 * where each executor counts for itself.
 */
final class CallsLeft implements Supplier<OptionalLong> {

    private final Options options;
    private final OmdbLookup omdb;
    private final Clock clock;

    CallsLeft(Options options, OmdbLookup omdb, Clock clock) {
        this.options = options;
        this.omdb = omdb;
        this.clock = clock;
    }

    @Override
    public OptionalLong get() {
        return omdb.budget().map(OmdbBudget::left).orElseGet(this::inStore);
    }

    private OptionalLong inStore() {
        if (options.dailyLimit().isEmpty() || options.store().address().isEmpty()) {
            return OptionalLong.empty();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            long used = JobStore.of(options.store().address().get()).day(today).calls();
            return OptionalLong.of(Math.max(0, options.dailyLimit().getAsLong() - used));
        } catch (StoreException e) {
            // The client has warned of it, on the executor that has met it.
            return OptionalLong.empty();
        }
    }
}

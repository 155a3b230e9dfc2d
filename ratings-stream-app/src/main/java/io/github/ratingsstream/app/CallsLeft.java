package io.github.ratingsstream.app;

import io.github.ratingsstream.core.lookup.OmdbLookup;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What is left of the daily limit, by this JVM's client, else by the store. On a cluster without a store nobody knows,
 * as each executor counts for itself.
 */
final class CallsLeft implements Supplier<OptionalLong> {

    private final OptionalLong dailyLimit;
    private final OmdbLookup omdb;
    private final Supplier<Optional<OmdbStore>> store;
    private final Clock clock;

    CallsLeft(OptionalLong dailyLimit, OmdbLookup omdb, Supplier<Optional<OmdbStore>> store, Clock clock) {
        this.dailyLimit = dailyLimit;
        this.omdb = omdb;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OptionalLong get() {
        return omdb.budget().map(OmdbBudget::left).orElseGet(this::inStore);
    }

    private OptionalLong inStore() {
        Optional<OmdbStore> shared = store.get();
        if (dailyLimit.isEmpty() || shared.isEmpty()) {
            return OptionalLong.empty();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            long used = shared.get().day(today).calls();
            return OptionalLong.of(Math.max(0, dailyLimit.getAsLong() - used));
        } catch (StoreException e) {
            // The client has already warned of it, on the executor that met it.
            return OptionalLong.empty();
        }
    }
}

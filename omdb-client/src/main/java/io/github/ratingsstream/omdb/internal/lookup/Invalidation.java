package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.cache.AnswerCache;
import io.github.ratingsstream.omdb.internal.storage.StoreCalls;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Forgets an answer in memory and in the store, so that the next lookup asks OMDb. */
final class Invalidation {

    private final Flights flights;
    private final AnswerCache cache;
    private final StoreCalls store;

    Invalidation(Flights flights, AnswerCache cache, StoreCalls store) {
        this.flights = flights;
        this.cache = cache;
        this.store = store;
    }

    /**
     * Begins to forget. The future fails with an {@link OmdbException} if the store may still have the answer; it is
     * forgotten in memory all the same.
     */
    CompletableFuture<Void> of(OmdbRequest<?> request) {
        return onTheWayToTheStore(request)
                .thenCompose(noneIs -> deleted(request))
                .whenComplete((deleted, failure) -> {
                    // A lookup that has begun meanwhile may still have found it in the store.
                    flights.outdate(request.key());
                    cache.forget(request);
                });
    }

    private CompletableFuture<Void> onTheWayToTheStore(OmdbRequest<?> request) {
        List<CompletableFuture<?>> storing = new ArrayList<>();
        for (Lookup<?> lookup : flights.outdate(request.key())) {
            storing.add(lookup.outdate());
            // Whoever asks from now on must not wait for this one.
            lookup.takeLease().ifPresent(Lease::release);
        }
        return CompletableFuture.allOf(storing.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> deleted(OmdbRequest<?> request) {
        if (!store.keepsAnswers()) {
            return CompletableFuture.completedFuture(null);
        }
        String key = request.key().text();
        return store.writeLater(from -> isDeleted(from, key)).handle(this::checked);
    }

    /** A store that can't is not one that fails. */
    private static boolean isDeleted(OmdbStore from, String key) {
        try {
            from.delete(key);
            return true;
        } catch (UnsupportedOperationException itCannot) {
            return false;
        }
    }

    private @Nullable Void checked(@Nullable Boolean deleted, @Nullable Throwable down) {
        if (deleted == null) {
            throw new OmdbException(Reason.STORE_DOWN, true, "the store can't be used, so it may still have the answer")
                    .withRetryAfter(store.untilTried())
                    .unsent();
        }
        if (!deleted) {
            throw new OmdbException(Reason.STORE_DOWN, false, "the store can't delete answers; ask with refresh()")
                    .unsent();
        }
        return null;
    }
}

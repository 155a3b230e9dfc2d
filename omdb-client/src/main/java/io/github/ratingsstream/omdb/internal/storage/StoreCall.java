package io.github.ratingsstream.omdb.internal.storage;

import io.github.ratingsstream.omdb.store.OmdbStore;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One call to the store, in line or under way. Those that a permit waits for go first, then the order is by age. */
final class StoreCall<R> implements Comparable<StoreCall<?>>, Runnable {

    /** What a call is for, the most urgent first. */
    enum Rank {
        WORK,
        LOOK
    }

    private final StoreCalls calls;
    private final Rank rank;
    private final long number;
    private final BooleanSupplier unwanted;
    private final Function<OmdbStore, R> work;
    private final CompletableFuture<R> result = new CompletableFuture<>();
    private volatile long since = System.nanoTime();
    private volatile boolean begun;

    StoreCall(StoreCalls calls, Rank rank, long number, BooleanSupplier unwanted, Function<OmdbStore, R> work) {
        this.calls = calls;
        this.rank = rank;
        this.number = number;
        this.unwanted = unwanted;
        this.work = work;
    }

    CompletableFuture<R> result() {
        return result;
    }

    @Override
    @SuppressWarnings("checkstyle:IllegalCatch") // Whatever a store throws, somebody waits for its end.
    public void run() {
        if (result.isDone()) {
            return;
        }
        if (unwanted.getAsBoolean()) {
            result.cancel(false);
            return;
        }
        since = System.nanoTime();
        begun = true;
        try {
            R value = work.apply(calls.store());
            calls.succeeded(result.isDone());
            result.complete(value);
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** Ends the wait for this call; the thread that is in the store stays there. */
    void fail(Throwable error) {
        calls.failed(error, result.isDone());
        result.completeExceptionally(error);
    }

    /** When it began; until then, when it joined the line. */
    long since() {
        return since;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public int compareTo(StoreCall<?> other) {
        int byRank = rank.compareTo(other.rank);
        return byRank == 0 ? Long.compare(number, other.number) : byRank;
    }
}

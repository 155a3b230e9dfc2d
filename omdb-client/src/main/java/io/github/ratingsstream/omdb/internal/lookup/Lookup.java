package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.request.LookupOptions;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One lookup and all who wait for it. It ends with an answer or a failure, or when the last waiter leaves; after that
 * nobody can join. Lookups are ordered by their arrival.
 */
final class Lookup<T> implements Comparable<Lookup<?>> {

    /** Where a lookup may find its answer. */
    enum Range {
        ANYWHERE,
        OMDB,
        KEPT;

        static Range of(LookupOptions options) {
            if (options.isRefresh()) {
                return OMDB;
            }
            return options.isCacheOnly() ? KEPT : ANYWHERE;
        }
    }

    private final long number;
    private final OmdbRequest<T> request;
    private final Range range;
    private final Set<Waiter<T>> waiters = new LinkedHashSet<>(2);
    private boolean ended;
    private boolean outdated;
    private CompletableFuture<?> storing = CompletableFuture.completedFuture(null);
    private @Nullable CompletableFuture<?> exchange;
    private @Nullable Lease lease;
    private @Nullable OmdbAnswer<T> known;
    private @Nullable OmdbException lastFailure;
    private int calls;
    private int failures;
    private int looks;
    private long attemptSince;

    Lookup(long number, OmdbRequest<T> request, Range range) {
        this.number = number;
        this.request = request;
        this.range = range;
    }

    OmdbRequest<T> request() {
        return request;
    }

    Range range() {
        return range;
    }

    /** False if the lookup has ended or is outdated. */
    synchronized boolean join(Waiter<T> waiter) {
        return !ended && !outdated && waiters.add(waiter);
    }

    /**
     * What is on the way was asked for before, so it is for those who wait already, and is kept nowhere. Gives what ends
     * when none of it is on the way to the store any more.
     */
    synchronized CompletableFuture<?> outdate() {
        outdated = true;
        return storing;
    }

    /** Keeps an answer in memory, and lets it be stored until the future is complete. False if the lookup is outdated. */
    synchronized boolean keep(Runnable inMemory, CompletableFuture<?> untilStored) {
        if (outdated) {
            return false;
        }
        inMemory.run();
        storing = untilStored;
        return true;
    }

    /** How a waiter left: whether it was the last, which ends the lookup, and the calls it has to report. */
    record Departure(boolean last, int calls) {}

    /** Nothing if the waiter has left before, or was told of the end. */
    synchronized Optional<Departure> leave(Waiter<T> waiter) {
        if (!waiters.remove(waiter)) {
            return Optional.empty();
        }
        boolean last = waiters.isEmpty();
        ended |= last;
        return Optional.of(new Departure(last, last ? calls : 0));
    }

    /** Ends the lookup, and gives those who are to be told. */
    synchronized List<Waiter<T>> end() {
        List<Waiter<T>> told = List.copyOf(waiters);
        waiters.clear();
        ended = true;
        return told;
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Counts the attempt that is sent now. */
    synchronized void countCall() {
        attemptSince = System.nanoTime();
        calls++;
    }

    synchronized int calls() {
        return calls;
    }

    /** Keeps the exchange until {@link #takeExchange}. False if the lookup has ended, so that nobody would cancel it. */
    synchronized boolean sent(CompletableFuture<?> begun) {
        exchange = ended ? null : begun;
        return !ended;
    }

    synchronized Optional<CompletableFuture<?>> takeExchange() {
        Optional<CompletableFuture<?>> begun = Optional.ofNullable(exchange);
        exchange = null;
        return begun;
    }

    /** The exchange, if it has taken so long. */
    synchronized Optional<CompletableFuture<?>> exchangeOver(Duration time) {
        boolean over = exchange != null && System.nanoTime() - attemptSince >= time.toNanos();
        return over ? Optional.of(exchange) : Optional.empty();
    }

    /** When the last attempt was sent, in nanoseconds of the JVM. */
    synchronized long attemptSince() {
        return attemptSince;
    }

    /** How long the attempt in flight has taken. Zero if there is none. */
    synchronized Duration attemptTook() {
        return exchange == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - attemptSince);
    }

    /** Records what an attempt came to, and gives the number of those that failed. */
    synchronized int failed(OmdbException failure) {
        lastFailure = failure;
        return ++failures;
    }

    synchronized Optional<OmdbException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** How often the store said that somebody else asks, this time included. */
    synchronized int countLook() {
        return ++looks;
    }

    /** An answer to give where no better one comes: the store's, which has expired, or OMDb's, while it is stored. */
    synchronized void knows(OmdbAnswer<T> answer) {
        known = answer;
    }

    synchronized Optional<OmdbAnswer<T>> known() {
        return Optional.ofNullable(known);
    }

    /** Keeps the lease until {@link #takeLease}. False if the lookup has ended, so that nobody would give it back. */
    synchronized boolean hold(Lease taken) {
        lease = ended ? null : taken;
        return !ended;
    }

    synchronized Optional<Lease> lease() {
        return Optional.ofNullable(lease);
    }

    synchronized Optional<Lease> takeLease() {
        Optional<Lease> held = Optional.ofNullable(lease);
        lease = null;
        return held;
    }

    /** Those whose time is over. */
    synchronized List<Waiter<T>> overdue() {
        return waiters.stream().filter(waiter -> waiter.nanosLeft() <= 0).toList();
    }

    /** How long the most patient waiter still waits. */
    synchronized Duration timeLeft() {
        long left = waiters.stream().mapToLong(Waiter::nanosLeft).max().orElse(0);
        return Duration.ofNanos(Math.max(0, left));
    }

    @Override
    public int compareTo(Lookup<?> other) {
        return Long.compare(number, other.number);
    }
}

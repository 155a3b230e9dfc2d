package io.github.ratingsstream.omdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One lookup and all who wait for it. It ends when the lookup does, or when the last waiter is gone; then nobody can
 * join any more. The first who is still there is told what it cost, the others that they paid nothing.
 */
final class Flight<T> {

    private final Lookup<T> lookup;
    private final List<CompletableFuture<OmdbAnswer<T>>> waiters = new ArrayList<>();
    private int waiting;
    private boolean ended;

    Flight(Lookup<T> lookup) {
        this.lookup = lookup;
    }

    Lookup<T> lookup() {
        return lookup;
    }

    /** Nothing if the flight has ended. */
    Optional<Waiter<T>> join() {
        CompletableFuture<OmdbAnswer<T>> waiter = new CompletableFuture<>();
        synchronized (this) {
            if (ended) {
                return Optional.empty();
            }
            waiters.add(waiter);
            waiting++;
        }
        waiter.whenComplete((answer, error) -> leave());
        return Optional.of(new Waiter<>(waiter, this));
    }

    private void leave() {
        boolean last;
        synchronized (this) {
            waiting--;
            last = waiting == 0 && !ended;
            ended |= last;
        }
        if (last) {
            lookup.stop("nobody waits for the answer any more");
        }
    }

    /** What a waiter has to answer for who leaves now. */
    synchronized int callsOfTheLast() {
        return waiting == 1 && !ended ? lookup.calls() : 0;
    }

    void land(OmdbAnswer<T> answer) {
        OmdbAnswer<T> free = answer.withCalls(0);
        boolean paid = false;
        for (CompletableFuture<OmdbAnswer<T>> waiter : end()) {
            paid |= waiter.complete(paid ? free : answer);
        }
    }

    void land(OmdbException failure) {
        OmdbException free = failure.withCalls(0);
        boolean paid = false;
        for (CompletableFuture<OmdbAnswer<T>> waiter : end()) {
            paid |= waiter.completeExceptionally(paid ? free : failure);
        }
    }

    /** The waiters are completed without the lock: that runs whatever hangs on them. */
    private synchronized List<CompletableFuture<OmdbAnswer<T>>> end() {
        ended = true;
        List<CompletableFuture<OmdbAnswer<T>>> all = List.copyOf(waiters);
        waiters.clear();
        return all;
    }
}

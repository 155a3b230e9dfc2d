package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One lookup and all its waiters. It ends with the lookup, or when the last waiter has left; after that nobody can
 * join. The calls it cost are reported to the first waiter who is still there, and 0 to the others.
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

    /** The calls to report to a waiter who leaves now: all of them if it is the last one. */
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

    /** The waiters are completed outside the lock, since that runs actions of the callers. */
    private synchronized List<CompletableFuture<OmdbAnswer<T>>> end() {
        ended = true;
        List<CompletableFuture<OmdbAnswer<T>>> all = List.copyOf(waiters);
        waiters.clear();
        return all;
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.request.RequestKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Single flight: at most one lookup of each key is under way, and whoever asks for the same thing joins it. */
final class Flights {

    private final Map<RequestKey, Lookup<?>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** What came of asking: the lookup, and whether it is new, so that the caller has to begin it. */
    record Boarding<T>(Lookup<T> lookup, boolean first) {}

    /** The cast is safe: the key holds the class of the request. */
    @SuppressWarnings("unchecked")
    <T> Boarding<T> join(Waiter<T> waiter) {
        OmdbRequest<T> request = waiter.request();
        RequestKey key = request.key();
        while (true) {
            Lookup<T> other = (Lookup<T>) underWay.get(key);
            if (other == null) {
                Lookup<T> mine = new Lookup<>(numbers.incrementAndGet(), request);
                mine.join(waiter);
                if (underWay.putIfAbsent(key, mine) == null) {
                    return new Boarding<>(mine, true);
                }
            } else if (other.join(waiter)) {
                return new Boarding<>(other, false);
            } else {
                // It is just ending, so another can take its place at once.
                underWay.remove(key, other);
            }
        }
    }

    void remove(Lookup<?> lookup) {
        underWay.remove(lookup.request().key(), lookup);
    }

    int size() {
        return underWay.size();
    }

    List<Lookup<?>> all() {
        return List.copyOf(underWay.values());
    }
}

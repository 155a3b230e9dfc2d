package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.internal.lookup.Lookup.Range;
import io.github.ratingsstream.omdb.request.RequestKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Single flight: at most one lookup of each key is under way, and whoever asks for the same thing joins it. Lookups that
 * may find their answer in different places don't share one.
 */
final class Flights {

    private record Key(RequestKey request, Range range) {}

    private final boolean refreshesAreJoined;
    private final Map<Key, Lookup<?>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /**
     * Whether a lookup that finds nothing in memory has no other place to look than OMDb, so that it may as well join one
     * that refreshes.
     */
    Flights(boolean refreshesAreJoined) {
        this.refreshesAreJoined = refreshesAreJoined;
    }

    /** What came of asking: the lookup, and whether it is new, so that the caller has to begin it. */
    record Boarding<T>(Lookup<T> lookup, boolean first) {}

    <T> Boarding<T> join(Waiter<T> waiter) {
        Range range = Range.of(waiter.options());
        if (refreshesAreJoined && range == Range.ANYWHERE) {
            Lookup<T> refresh = at(new Key(waiter.request().key(), Range.OMDB));
            if (refresh != null && refresh.join(waiter)) {
                return new Boarding<>(refresh, false);
            }
        }
        return join(waiter, range);
    }

    private <T> Boarding<T> join(Waiter<T> waiter, Range range) {
        Key key = new Key(waiter.request().key(), range);
        while (true) {
            Lookup<T> other = at(key);
            if (other == null) {
                Lookup<T> mine = new Lookup<>(numbers.incrementAndGet(), waiter.request(), range);
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

    /** The cast is safe: the key holds the class of the request. */
    @SuppressWarnings("unchecked")
    private <T> @Nullable Lookup<T> at(Key key) {
        return (Lookup<T>) underWay.get(key);
    }

    void remove(Lookup<?> lookup) {
        underWay.remove(new Key(lookup.request().key(), lookup.range()), lookup);
    }

    int size() {
        return underWay.size();
    }

    List<Lookup<?>> all() {
        return List.copyOf(underWay.values());
    }
}

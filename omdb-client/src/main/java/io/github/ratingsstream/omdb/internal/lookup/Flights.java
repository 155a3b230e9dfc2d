package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.internal.lookup.Lookup.Range;
import io.github.ratingsstream.omdb.request.RequestKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Single flight: at most one lookup of each key is under way, and whoever asks for the same thing joins it. Lookups that
 * may find their answer in different places don't share one.
 */
final class Flights {

    private record Key(RequestKey request, Range range) {}

    private final boolean refreshesAreJoined;
    private final Map<Key, Lookup<?>> underWay = new ConcurrentHashMap<>();
    /** Those that nobody can join, but some still wait for. */
    private final Set<Lookup<?>> outdated = ConcurrentHashMap.newKeySet();

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

    /** Lets nobody join the lookups of this request that are under way, and gives them. */
    List<Lookup<?>> outdate(RequestKey request) {
        List<Lookup<?>> before = underWay.values().stream()
                .filter(lookup -> lookup.request().key().equals(request))
                .toList();
        for (Lookup<?> lookup : before) {
            // First, so that it is watched without a break.
            outdated.add(lookup);
            lookup.outdate();
            underWay.remove(keyOf(lookup), lookup);
            if (lookup.hasEnded()) {
                outdated.remove(lookup);
            }
        }
        return before;
    }

    void remove(Lookup<?> lookup) {
        underWay.remove(keyOf(lookup), lookup);
        outdated.remove(lookup);
    }

    private static Key keyOf(Lookup<?> lookup) {
        return new Key(lookup.request().key(), lookup.range());
    }

    int size() {
        return underWay.size() + outdated.size();
    }

    List<Lookup<?>> all() {
        return Stream.concat(underWay.values().stream(), outdated.stream()).toList();
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.request.RequestKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Single flight: at most one lookup of each key is in flight, and whoever asks for the same thing joins it. */
final class Flights {

    private final Map<RequestKey, Flight<?>> underWay = new ConcurrentHashMap<>();

    /** Joins the flight of this key, or starts one. The cast is safe: the key holds the class of the request. */
    @SuppressWarnings("unchecked")
    <T> Waiter<T> join(RequestKey key, Supplier<Lookup<T>> lookup, Consumer<Lookup<T>> begin) {
        while (true) {
            Flight<T> other = (Flight<T>) underWay.get(key);
            Optional<Waiter<T>> place = other == null ? depart(key, lookup.get(), begin) : joined(key, other);
            if (place.isPresent()) {
                return place.get();
            }
        }
    }

    private <T> Optional<Waiter<T>> joined(RequestKey key, Flight<T> flight) {
        Optional<Waiter<T>> place = flight.join();
        if (place.isEmpty()) {
            // It is just ending, so another can take its place at once.
            underWay.remove(key, flight);
        }
        return place;
    }

    private <T> Optional<Waiter<T>> depart(RequestKey key, Lookup<T> lookup, Consumer<Lookup<T>> begin) {
        Flight<T> flight = new Flight<>(lookup);
        Optional<Waiter<T>> first = flight.join();
        if (underWay.putIfAbsent(key, flight) != null) {
            return Optional.empty();
        }
        lookup.result().whenComplete((answer, error) -> {
            // Removed before the waiters are completed: a callback that asks again must not find this flight.
            underWay.remove(key, flight);
            if (error instanceof OmdbException failure) {
                flight.land(failure);
            } else {
                flight.land(answer);
            }
        });
        begun(lookup, begin);
        return first;
    }

    /** If starting it fails, the flight must end, or all who join it would wait for ever. */
    private static <T> void begun(Lookup<T> lookup, Consumer<Lookup<T>> begin) {
        try {
            begin.accept(lookup);
        } catch (RuntimeException e) {
            lookup.end(lookup.failure(e));
        }
    }

    /** Ends all lookups in flight. */
    void stop(String why) {
        underWay.values().forEach(flight -> flight.lookup().stop(why));
    }
}

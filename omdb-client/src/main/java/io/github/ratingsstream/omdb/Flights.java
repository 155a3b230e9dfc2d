package io.github.ratingsstream.omdb;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lookups under way, one for each key: whoever asks for the same joins. */
final class Flights {

    private final Map<RequestKey, Flight<?>> underWay = new ConcurrentHashMap<>();

    /** Joins the flight of this key, or makes a lookup and begins it. The key has the request's class, so it fits. */
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
            // It ends this moment; the next one doesn't have to wait for that.
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
            // First off the list, then to the waiters: who asks again from a callback must not meet this flight.
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

    /** A flight that never began would keep everybody who asks for its key waiting for ever. */
    private static <T> void begun(Lookup<T> lookup, Consumer<Lookup<T>> begin) {
        try {
            begin.accept(lookup);
        } catch (RuntimeException e) {
            lookup.end(lookup.failure(e));
        }
    }

    /** Ends all that are under way. */
    void stop(String why) {
        underWay.values().forEach(flight -> flight.lookup().stop(why));
    }
}

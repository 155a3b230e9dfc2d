package io.github.ratingsstream.omdb.store;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Leases within one JVM. Those never released are dropped when their time is over. */
final class MemoryLeases {

    private final LongSupplier nanoTime;
    private final Map<String, Lease> leases = new LinkedHashMap<>();

    MemoryLeases(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized boolean take(String key, String owner, Duration time) {
        long now = nanoTime.getAsLong();
        dropEnded(now);
        Lease held = leases.get(key);
        if (held != null && !held.owner.equals(owner) && !held.hasEnded(now)) {
            return false;
        }
        // Removed first, so that the map is ordered by the last renewal.
        leases.remove(key);
        leases.put(key, new Lease(owner, now + time.toNanos()));
        return true;
    }

    synchronized void release(String key, String owner) {
        Lease held = leases.get(key);
        if (held != null && held.owner.equals(owner)) {
            leases.remove(key);
        }
    }

    synchronized int size() {
        return leases.size();
    }

    /**
     * Drops leases from the oldest to the first still running: they last about equally long, so few ended ones are
     * behind it.
     */
    private void dropEnded(long now) {
        Iterator<Lease> oldestFirst = leases.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().hasEnded(now)) {
            oldestFirst.remove();
        }
    }

    private record Lease(String owner, long end) {
        boolean hasEnded(long now) {
            return now - end >= 0;
        }
    }
}

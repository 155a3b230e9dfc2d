package io.github.ratingsstream.omdb.store;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Leases within one JVM. Those never given back are dropped when their time has passed. */
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
        // Removed first, so that the map is in the order of the last renewal.
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

    /** From the oldest to the first that runs: leases are of much the same length, so few ended ones hide behind it. */
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

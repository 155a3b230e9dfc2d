package io.github.ratingsstream.core.source.socket;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the lines that one receiver hands to Spark in this JVM. Copies share the count: Spark runs a copy of the
 * receiver.
 */
final class ReceivedLines implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Map<String, AtomicLong> COUNTS = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();

    void addOne() {
        count().incrementAndGet();
    }

    long soFar() {
        return count().get();
    }

    private AtomicLong count() {
        return COUNTS.computeIfAbsent(id, unused -> new AtomicLong());
    }
}

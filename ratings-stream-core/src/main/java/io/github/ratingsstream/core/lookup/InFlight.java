package io.github.ratingsstream.core.lookup;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lookups that one step has in flight in this JVM, whichever of its tasks started them. With a bound for each task
 * the cores would multiply it, and lookups would wait in the client's line until their time is over.
 */
final class InFlight {

    private static final Map<String, InFlight> OF_THIS_JVM = new ConcurrentHashMap<>();

    private final int most;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<Semaphore> bells = ConcurrentHashMap.newKeySet();

    InFlight(int most) {
        this.most = most;
    }

    /** One for all copies of a step, which have its name. */
    static InFlight of(String step, int most) {
        return OF_THIS_JVM.computeIfAbsent(step + " " + most, name -> new InFlight(most));
    }

    /** Tasks that look at the same moment may together pass the bound by one each. */
    boolean mayGrow() {
        return number.get() < most;
    }

    /** Counts a lookup until it is done. Then every bell rings, as any task may be the one that waits for its place. */
    void count(CompletableFuture<?> lookup) {
        if (!lookup.isDone()) {
            number.incrementAndGet();
            lookup.whenComplete((done, error) -> {
                number.decrementAndGet();
                bells.forEach(Semaphore::release);
            });
        }
    }

    void ring(Semaphore bell) {
        bells.add(bell);
    }

    void ringNoMore(Semaphore bell) {
        bells.remove(bell);
    }
}

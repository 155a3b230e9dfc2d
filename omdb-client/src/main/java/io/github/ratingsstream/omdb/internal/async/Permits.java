package io.github.ratingsstream.omdb.internal.async;

import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Limits how much work goes on at once. The rest waits in line, without a thread: the first in the work's own order
 * gets the next permit.
 *
 * @param <W> a piece of work
 */
public final class Permits<W extends Comparable<? super W>> {

    private final Consumer<W> start;
    private final Predicate<W> unwanted;
    private final PriorityQueue<W> line = new PriorityQueue<>();
    private int free;

    /**
     * Work that gets a permit is given to {@code start}, which must not block; work that nobody wants any more when its
     * turn comes is dropped.
     */
    public Permits(int permits, Consumer<W> start, Predicate<W> unwanted) {
        this.free = permits;
        this.start = start;
        this.unwanted = unwanted;
    }

    /** Starts the work when there is a permit for it. It has to {@link #release} that. */
    public void take(W work) {
        synchronized (this) {
            if (free == 0) {
                line.add(work);
                return;
            }
            free--;
        }
        start.accept(work);
    }

    /** Passes a permit on to the next in line. */
    public void release() {
        W next = next();
        if (next != null) {
            start.accept(next);
        }
    }

    private synchronized @Nullable W next() {
        W next = line.poll();
        while (next != null && unwanted.test(next)) {
            next = line.poll();
        }
        if (next == null) {
            free++;
        }
        return next;
    }
}

package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.lookup.LinesAhead.Attempt;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Lookups of one batch that were started ahead of the tasks of their partitions, in a JVM that runs all of them.
 *
 * <p>While a partition's last answers are awaited, there are idle slots for calls, which the next partition's lines
 * could use. But with few cores the next partition's task starts only when this one has ended. So a task goes on with
 * the lines of partitions after its own, and their tasks find their first lines already started. Thread-safe.
 */
final class ReadAhead {

    /** How many batches are remembered; what was started for an older one is cancelled. */
    private static final int BATCHES = 8;

    private static final Map<String, ReadAhead> BY_BATCH = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReadAhead> eldest) {
            if (size() <= BATCHES) {
                return false;
            }
            eldest.getValue().cancelAll();
            return true;
        }
    };

    private final Map<Integer, Queue<StartedLine>> started = new HashMap<>();
    private final BitSet begunOrClaimed = new BitSet();

    static ReadAhead of(String batch) {
        synchronized (BY_BATCH) {
            return BY_BATCH.computeIfAbsent(batch, unused -> new ReadAhead());
        }
    }

    /** A partition's own task begins: it takes over what was started, and no other task starts more of it. */
    synchronized Queue<StartedLine> begin(int partition) {
        begunOrClaimed.set(partition);
        Queue<StartedLine> ahead = started.remove(partition);
        return ahead == null ? new ArrayDeque<>() : ahead;
    }

    /** The next partition that no task has begun or is reading ahead. */
    synchronized OptionalInt claim(int first, int last) {
        int next = begunOrClaimed.nextClearBit(first);
        if (next > last) {
            return OptionalInt.empty();
        }
        begunOrClaimed.set(next);
        started.put(next, new ArrayDeque<>());
        return OptionalInt.of(next);
    }

    /** Starts a line, unless the partition's own task has begun meanwhile: then the result is empty. */
    synchronized Optional<Attempt> start(int partition, Supplier<Optional<StartedLine>> lookup) {
        Queue<StartedLine> ahead = started.get(partition);
        if (ahead == null) {
            return Optional.empty();
        }
        Optional<StartedLine> line = lookup.get();
        if (line.isEmpty() || isKnown(line.get().result())) {
            // If it were kept here, it would take the place of a call.
            return Optional.of(Attempt.KNOWN);
        }
        ahead.add(line.get());
        return Optional.of(Attempt.STARTED);
    }

    private static boolean isKnown(CompletableFuture<LookupResult> result) {
        return result.isDone()
                && !result.isCompletedExceptionally()
                && result.join().source().filter(Source.CACHE::equals).isPresent();
    }

    /**
     * Cancels what was started of a partition, so that another task may claim it. Nothing happens if its own task has
     * begun.
     */
    synchronized void cancel(int partition) {
        Queue<StartedLine> ahead = started.remove(partition);
        if (ahead != null) {
            begunOrClaimed.clear(partition);
            ahead.forEach(each -> each.result().cancel(true));
        }
    }

    private synchronized void cancelAll() {
        Map.copyOf(started).keySet().forEach(this::cancel);
    }
}

package io.github.ratingsstream.core;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * A bounded window of lookups under way over the lines of a partition; results come out in the order of the lines.
 *
 * <p>When the task ends early, what is under way is cancelled. Used by one thread.
 */
final class LookupWindow implements Iterator<LookupResult> {

    private static final long POLL_MILLIS = 100;

    private final Iterator<String> lines;
    private final LineLookup lookup;
    private final int size;
    private final Queue<CompletableFuture<LookupResult>> underWay = new ArrayDeque<>();
    private final @Nullable TaskContext task = TaskContext.get();

    LookupWindow(Iterator<String> lines, LineLookup lookup, int size) {
        this.lines = lines;
        this.lookup = lookup;
        this.size = size;
        if (task != null) {
            TaskCompletionListener cancelRest = context -> cancelAll();
            task.addTaskCompletionListener(cancelRest);
        }
    }

    @Override
    public boolean hasNext() {
        return !underWay.isEmpty() || lines.hasNext();
    }

    @Override
    public LookupResult next() {
        while (underWay.size() < size && lines.hasNext()) {
            underWay.add(lookup.start(lines.next()));
        }
        if (underWay.isEmpty()) {
            throw new NoSuchElementException();
        }
        return await(underWay.remove());
    }

    /** Spark does not interrupt a killed task's thread by default: it has to look for itself. */
    private LookupResult await(CompletableFuture<LookupResult> result) {
        while (true) {
            try {
                return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (task != null && task.isInterrupted()) {
                    throw killed(result);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw killed(result);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a line's lookup threw", e.getCause());
            }
        }
    }

    private TaskKilledException killed(CompletableFuture<LookupResult> result) {
        result.cancel(true);
        cancelAll();
        return new TaskKilledException("while waiting for a lookup");
    }

    private void cancelAll() {
        underWay.forEach(result -> result.cancel(true));
        underWay.clear();
    }
}

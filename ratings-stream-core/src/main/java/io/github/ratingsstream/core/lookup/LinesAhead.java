package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.result.LookupResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the partitions after a task's own. The task starts them when all of its own are started. Used by one
 * thread.
 */
final class LinesAhead {

    private final ReadAhead batch;
    private final int first;
    private final int last;
    private final IntFunction<Iterator<String>> read;
    private final List<Integer> claimed = new ArrayList<>();
    private @Nullable Iterator<String> lines;
    private int index;

    /** Partitions first to last may be read ahead. */
    LinesAhead(ReadAhead batch, int first, int last, IntFunction<Iterator<String>> read) {
        this.batch = batch;
        this.first = first;
        this.last = last;
        this.read = read;
    }

    /** What became of an attempt to start a line. */
    enum Attempt {
        /** The line's own task will find the lookup. */
        STARTED,
        /** The cache has the answer, or this task has it or awaits it: the line's own task will ask the cache. */
        KNOWN,
        /** No line is left that another task does not have. */
        NONE
    }

    /** Starts the next line, unless the lookup declines it. */
    Attempt start(Function<String, Optional<CompletableFuture<LookupResult>>> lookup) {
        while (lines != null || claim()) {
            Optional<Attempt> attempt = nextLine().flatMap(line -> start(line, lookup));
            if (attempt.isPresent()) {
                return attempt.get();
            }
            // The partition is at its end, or its own task has begun.
            lines = null;
        }
        return Attempt.NONE;
    }

    private boolean claim() {
        OptionalInt next = batch.claim(first, last);
        next.ifPresent(partition -> {
            claimed.add(partition);
            lines = read(partition);
            index = 0;
        });
        return next.isPresent();
    }

    private Iterator<String> read(int partition) {
        try {
            return read.apply(partition);
        } catch (Exception e) {
            return Collections.emptyIterator();
        }
    }

    /** A partition that can't be read fails its own task, not this one. */
    private Optional<String> nextLine() {
        try {
            return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private Optional<Attempt> start(String line, Function<String, Optional<CompletableFuture<LookupResult>>> lookup) {
        int at = index++;
        return batch.start(
                claimed.get(claimed.size() - 1),
                () -> lookup.apply(line).map(result -> new StartedLine(at, line, result)));
    }

    /** Cancels the lookups that no other task has taken over. */
    void cancel() {
        claimed.forEach(batch::cancel);
        // If this were called again, it would cancel lookups of a task that has claimed the same partitions since.
        claimed.clear();
        lines = null;
    }
}

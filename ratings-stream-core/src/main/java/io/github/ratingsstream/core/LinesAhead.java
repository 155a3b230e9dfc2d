package io.github.ratingsstream.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The lines of partitions behind a task's own, which it starts when its own are all started. Used by one thread. */
final class LinesAhead {

    /** Where there is nothing behind, or other JVMs run it. */
    static final LinesAhead NONE = new LinesAhead(new ReadAhead(), 0, -1, partition -> {
        throw new IllegalStateException("there is nothing behind");
    });

    private final ReadAhead batch;
    private final int first;
    private final int last;
    private final IntFunction<Iterator<String>> read;
    private final List<Integer> claimed = new ArrayList<>();
    private @Nullable Iterator<String> lines;

    /** Partitions first to last can be read. */
    LinesAhead(ReadAhead batch, int first, int last, IntFunction<Iterator<String>> read) {
        this.batch = batch;
        this.first = first;
        this.last = last;
        this.read = read;
    }

    /** Starts one line. False if there is none left that is not another task's. */
    boolean start(Function<String, CompletableFuture<LookupResult>> lookup) {
        while (true) {
            if (lines == null) {
                OptionalInt next = batch.claim(first, last);
                if (next.isEmpty()) {
                    return false;
                }
                claimed.add(next.getAsInt());
                lines = read.apply(next.getAsInt());
            }
            if (lines.hasNext()) {
                String line = lines.next();
                int partition = claimed.get(claimed.size() - 1);
                if (batch.start(partition, () -> new Started(line, lookup.apply(line)))) {
                    return true;
                }
            }
            // At its end, or its own task has begun.
            lines = null;
        }
    }

    /** What no other task has taken over. */
    void cancel() {
        claimed.forEach(batch::cancel);
    }
}

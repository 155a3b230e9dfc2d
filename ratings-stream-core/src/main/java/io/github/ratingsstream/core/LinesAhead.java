package io.github.ratingsstream.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The lines of partitions behind a task's own, which it starts when its own are all started. Used by one thread. */
final class LinesAhead {

    private final ReadAhead batch;
    private final int first;
    private final int last;
    private final IntFunction<Iterator<String>> read;
    private final List<Integer> claimed = new ArrayList<>();
    private @Nullable Iterator<String> lines;
    private int index;

    /** Partitions first to last can be read. */
    LinesAhead(ReadAhead batch, int first, int last, IntFunction<Iterator<String>> read) {
        this.batch = batch;
        this.first = first;
        this.last = last;
        this.read = read;
    }

    /** What became of an attempt to start a line. */
    enum Attempt {
        /** Its own task will find the lookup. */
        STARTED,
        /** The cache has the answer, or will have it when its own task comes to it. */
        KNOWN,
        /** There is none that is not another task's. */
        NONE
    }

    /** Starts the next line, if the lookup is for it. */
    Attempt start(Function<String, Optional<CompletableFuture<LookupResult>>> lookup) {
        while (true) {
            if (lines == null) {
                OptionalInt next = batch.claim(first, last);
                if (next.isEmpty()) {
                    return Attempt.NONE;
                }
                claimed.add(next.getAsInt());
                lines = read.apply(next.getAsInt());
                index = 0;
            }
            if (lines.hasNext()) {
                Optional<Attempt> attempt = start(lines.next(), lookup);
                if (attempt.isPresent()) {
                    return attempt.get();
                }
            }
            // At its end, or its own task has begun.
            lines = null;
        }
    }

    private Optional<Attempt> start(String line, Function<String, Optional<CompletableFuture<LookupResult>>> lookup) {
        int at = index++;
        return batch.start(
                claimed.get(claimed.size() - 1), () -> lookup.apply(line).map(result -> new Started(at, line, result)));
    }

    /** What no other task has taken over. */
    void cancel() {
        claimed.forEach(batch::cancel);
    }
}

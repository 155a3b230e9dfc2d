package io.github.ratingsstream.core;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A partition's lines, the first of which may have been started by the task of an earlier one. Used by one thread. */
final class OwnLines {

    private final Iterator<String> lines;
    private final Queue<Started> startedBefore;

    OwnLines(Iterator<String> lines) {
        this(lines, new ArrayDeque<>());
    }

    OwnLines(Iterator<String> lines, Queue<Started> startedBefore) {
        this.lines = lines;
        this.startedBefore = startedBefore;
    }

    boolean hasNext() {
        return lines.hasNext();
    }

    /** The next line's result, from before or from a lookup that begins now. */
    CompletableFuture<LookupResult> next(LineLookup lookup) {
        String line = lines.next();
        Started before = startedBefore.poll();
        if (before != null && before.line().equals(line) && !before.result().isCancelled()) {
            return before.result();
        }
        if (before != null) {
            // A source that does not give the same lines twice.
            before.result().cancel(true);
            cancelStartedBefore();
        }
        return lookup.start(line);
    }

    void cancelStartedBefore() {
        startedBefore.forEach(each -> each.result().cancel(true));
        startedBefore.clear();
    }
}

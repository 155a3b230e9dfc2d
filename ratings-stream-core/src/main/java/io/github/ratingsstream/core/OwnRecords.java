package io.github.ratingsstream.core;

import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A partition's records, some of which may have been started by the task of an earlier one. Used by one thread. */
final class OwnRecords<T> {

    private final Iterator<T> records;
    private final TitleOf<T> titleOf;
    private final Queue<Started> startedBefore;
    private int index;

    OwnRecords(Iterator<T> records, TitleOf<T> titleOf, Queue<Started> startedBefore) {
        this.records = records;
        this.titleOf = titleOf;
        this.startedBefore = startedBefore;
    }

    /** What a record without a title has is an empty line. */
    static <T> String title(TitleOf<T> titleOf, T record) {
        String title = titleOf.apply(record);
        return title == null ? "" : title;
    }

    boolean hasNext() {
        return records.hasNext();
    }

    /** The next record with its result, from before or from a lookup that begins now. */
    Looked<T> next(LineLookup lookup) {
        T record = records.next();
        return new Looked<>(record, next(title(titleOf, record), lookup));
    }

    private CompletableFuture<LookupResult> next(String line, LineLookup lookup) {
        Started before = startedBefore.peek();
        int at = index++;
        if (before == null || before.index() != at) {
            return lookup.start(line);
        }
        startedBefore.remove();
        if (before.line().equals(line) && !before.result().isCancelled()) {
            return before.result();
        }
        // A source that does not give the same lines twice.
        before.result().cancel(true);
        cancelStartedBefore();
        return lookup.start(line);
    }

    void cancelStartedBefore() {
        startedBefore.forEach(each -> each.result().cancel(true));
        startedBefore.clear();
    }
}

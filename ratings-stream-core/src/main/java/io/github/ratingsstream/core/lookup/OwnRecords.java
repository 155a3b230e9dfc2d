package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.result.LookupResult;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A partition's records, some of which may have been started by the task of an earlier one. Used by one thread. */
final class OwnRecords<T> {

    private final Iterator<T> records;
    private final TitleOf<T> titleOf;
    private final Queue<StartedLine> startedBefore;
    private int index;

    OwnRecords(Iterator<T> records, TitleOf<T> titleOf, Queue<StartedLine> startedBefore) {
        this.records = records;
        this.titleOf = titleOf;
        this.startedBefore = startedBefore;
    }

    /** A record without a title counts as an empty line. */
    static <T> String title(TitleOf<T> titleOf, T record) {
        String title = titleOf.apply(record);
        return title == null ? "" : title;
    }

    boolean hasNext() {
        return records.hasNext();
    }

    /** The next record with its result: started ahead, shared with an equal line, or from a lookup that begins now. */
    StartedRecord<T> next(Function<String, CompletableFuture<LookupResult>> lookup, KnownLines known) {
        T record = records.next();
        String line;
        try {
            line = title(titleOf, record);
        } catch (Exception e) {
            // It is anybody's code. Of its message nobody knows what it holds.
            index++;
            String why = "its title can't be found: " + e.getClass().getName();
            return new StartedRecord<>(record, CompletableFuture.completedFuture(LookupResult.invalid("", why)), false);
        }
        Optional<CompletableFuture<LookupResult>> before = startedBefore(line);
        Optional<CompletableFuture<LookupResult>> shared = before.isPresent() ? Optional.empty() : known.find(line);
        if (shared.isPresent()) {
            return new StartedRecord<>(record, shared.get(), true);
        }
        CompletableFuture<LookupResult> own = before.orElseGet(() -> lookup.apply(line));
        known.add(line, own);
        return new StartedRecord<>(record, own, false);
    }

    private Optional<CompletableFuture<LookupResult>> startedBefore(String line) {
        StartedLine before = startedBefore.peek();
        int at = index++;
        if (before == null || before.index() != at) {
            return Optional.empty();
        }
        startedBefore.remove();
        if (before.line().equals(line) && !before.result().isCancelled()) {
            return Optional.of(before.result());
        }
        // The source gave other lines this time.
        before.result().cancel(true);
        cancelStartedBefore();
        return Optional.empty();
    }

    void cancelStartedBefore() {
        startedBefore.forEach(each -> each.result().cancel(true));
        startedBefore.clear();
    }
}

package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.result.LookupResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The lines a task has met most recently, with their lookups. A line that comes again shares the answer, or the lookup
 * in flight: if a few titles make up most of a stream, calls are left for new ones. A failed lookup is not shared. Used
 * by one thread.
 */
final class KnownLines {

    private final Map<String, CompletableFuture<LookupResult>> byLine;

    KnownLines(int most) {
        byLine = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<LookupResult>> eldest) {
                return size() > most;
            }
        };
    }

    void add(String line, CompletableFuture<LookupResult> result) {
        if (mayBeShared(result)) {
            byLine.put(line, result);
        }
    }

    private static boolean mayBeShared(CompletableFuture<LookupResult> result) {
        return !result.isDone()
                || !result.isCompletedExceptionally() && result.join().source().isPresent();
    }

    Optional<CompletableFuture<LookupResult>> find(String line) {
        CompletableFuture<LookupResult> known = byLine.get(line);
        if (known == null || !known.isDone()) {
            return Optional.ofNullable(known);
        }
        if (!mayBeShared(known)) {
            byLine.remove(line);
            return Optional.empty();
        }
        return Optional.of(again(line, known));
    }

    /** Created once, however often the line comes. */
    private CompletableFuture<LookupResult> again(String line, CompletableFuture<LookupResult> known) {
        LookupResult answered = known.join();
        LookupResult again = answered.again();
        if (again == answered) {
            return known;
        }
        CompletableFuture<LookupResult> shared = CompletableFuture.completedFuture(again);
        byLine.put(line, shared);
        return shared;
    }
}

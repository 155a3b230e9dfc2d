package io.github.ratingsstream.core.source.files;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Remembers as long as the process lives. It needs some 150 bytes for each file ever taken. */
final class TakenInMemory implements TakenFiles {

    /** Batches that may run again after a stop: those not done, of which at most two have lines. */
    static final int BATCHES = 100;

    private final Map<String, FileStretch> lastOfFile = new HashMap<>();
    private final TreeMap<Long, List<FileStretch>> byBatch = new TreeMap<>();

    @Override
    public Optional<List<FileStretch>> of(long batchMillis) {
        return Optional.ofNullable(byBatch.get(batchMillis));
    }

    @Override
    public Optional<FileStretch> lastOf(String name) {
        return Optional.ofNullable(lastOfFile.get(name));
    }

    @Override
    public Set<String> unfinished() {
        return lastOfFile.values().stream()
                .filter(last -> last.end() < last.length())
                .map(FileStretch::name)
                .collect(Collectors.toSet());
    }

    @Override
    public void take(long batchMillis, List<FileStretch> stretches) {
        know(stretches);
        byBatch.put(batchMillis, List.copyOf(stretches));
        if (byBatch.size() > BATCHES) {
            byBatch.pollFirstEntry();
        }
    }

    /**
     * Records what was taken by batches too old to run again. If the clock went back, their times don't show their
     * order.
     */
    void know(List<FileStretch> stretches) {
        stretches.forEach(stretch ->
                lastOfFile.merge(stretch.name(), stretch, (known, other) -> known.end() > other.end() ? known : other));
    }

    /** The last stretch of each file. */
    Collection<FileStretch> all() {
        return lastOfFile.values();
    }
}

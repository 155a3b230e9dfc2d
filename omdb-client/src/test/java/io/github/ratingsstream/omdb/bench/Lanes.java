package io.github.ratingsstream.omdb.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Keeps so many calls in flight for a while: where one ends, the next begins, with a title never asked before. */
record Lanes(int inFlight, Function<String, ? extends CompletableFuture<?>> call) {

    private static final AtomicLong TITLES = new AtomicLong();

    /** How many ended in time. */
    double perSecond(Duration time) {
        LongAdder ended = new LongAdder();
        long start = System.nanoTime();
        CompletableFuture<?>[] lanes = IntStream.range(0, inFlight)
                .mapToObj(i -> {
                    CompletableFuture<Void> lane = new CompletableFuture<>();
                    next(lane, ended, start + time.toNanos());
                    return lane;
                })
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(lanes).join();
        return ended.sum() * 1e9 / time.toNanos();
    }

    private void next(CompletableFuture<Void> lane, LongAdder ended, long until) {
        call.apply("Inception " + TITLES.incrementAndGet()).whenComplete((answer, error) -> {
            if (error != null) {
                lane.completeExceptionally(error);
            } else if (System.nanoTime() - until >= 0) {
                lane.complete(null);
            } else {
                ended.increment();
                next(lane, ended, until);
            }
        });
    }
}

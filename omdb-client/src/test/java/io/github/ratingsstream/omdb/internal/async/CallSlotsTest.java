package io.github.ratingsstream.omdb.internal.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallSlotsTest {

    private final CallSlots slots = new CallSlots(2);
    private final List<CompletableFuture<String>> started = new ArrayList<>();

    @Test
    void thirdCallWaitsForAFreeSlot() {
        List<CompletableFuture<String>> results =
                IntStream.range(0, 3).mapToObj(i -> call()).toList();
        assertThat(started).hasSize(2);

        started.get(0).complete("done");

        assertThat(started).hasSize(3);
        assertThat(results.get(0)).isCompletedWithValue("done");
    }

    @Test
    void cancelledCallLeavesTheLineWithoutTakingASlot() {
        call();
        call();
        CompletableFuture<String> third = call();
        CompletableFuture<String> fourth = call();

        third.cancel(true);
        started.get(0).completeExceptionally(new IllegalStateException("failed"));

        assertThat(started).hasSize(3);
        started.get(2).complete("fourth");
        assertThat(fourth).isCompletedWithValue("fourth");
    }

    @Test
    void cancellingARunningCallCancelsItAndFreesItsSlot() {
        CompletableFuture<String> first = call();
        call();
        call();

        first.cancel(true);

        assertThat(started.get(0)).isCancelled();
        assertThat(started).hasSize(3);
    }

    @Test
    void callThatThrowsFreesItsSlot() {
        for (int i = 0; i < 5; i++) {
            assertThat(slots.call(() -> {
                        throw new NoClassDefFoundError("no");
                    }))
                    .isCompletedExceptionally();
        }
        call();
        assertThat(started).hasSize(1);
    }

    @Test
    void callsThatEndAtOnceDoNotNest() {
        CompletableFuture<String> gate = new CompletableFuture<>();
        slots.call(() -> gate);
        slots.call(() -> gate);
        List<CompletableFuture<String>> waiting = IntStream.range(0, 100_000)
                .mapToObj(i -> slots.call(() -> CompletableFuture.completedFuture("at once")))
                .toList();

        gate.complete("open");

        assertThat(waiting).allSatisfy(call -> assertThat(call).isCompletedWithValue("at once"));
    }

    private CompletableFuture<String> call() {
        return slots.call(() -> {
            CompletableFuture<String> call = new CompletableFuture<>();
            started.add(call);
            return call;
        });
    }
}

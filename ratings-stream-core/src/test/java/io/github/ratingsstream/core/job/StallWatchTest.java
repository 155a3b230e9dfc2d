package io.github.ratingsstream.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StallWatchTest {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CompletableFuture<Void> stalled = new CompletableFuture<>();

    @Test
    void stopInWhichNothingMovesIsCutShort() {
        new StallWatch(() -> 7, Duration.ofMillis(50))
                .begin(Duration.ofMillis(1), stopped, () -> stalled.complete(null));

        assertThat(stalled).succeedsWithin(Duration.ofMinutes(5));
    }

    @Test
    void stopThatStillMovesOrHasEndedIsLeftAlone() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(1);
        StallWatch watch = new StallWatch(
                () -> {
                    if (looks.incrementAndGet() == 10) {
                        stopped.countDown();
                        enough.countDown();
                    }
                    return looks.get();
                },
                Duration.ZERO);

        watch.begin(Duration.ZERO, stopped, () -> stalled.complete(null));

        assertThat(enough.await(5, TimeUnit.MINUTES)).isTrue();
        assertThat(stalled).isNotDone();
    }
}

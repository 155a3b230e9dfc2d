package io.github.ratingsstream.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A result can be taken before the window has been told that it is there. */
class LandingTest {

    @Test
    void resultTakenBeforeItCountsAsLandedEndsNothing() {
        Lines lines = new Lines();
        RatingLookup lookup = request -> {
            LateCallbacks<OmdbAnswer<OmdbTitle>> answer = new LateCallbacks<>(lines.askedForMore);
            answer.onListeners = () -> new Thread(() -> answer.complete(OmdbAnswer.missed("Movie not found!"))).start();
            return answer;
        };
        LookupWindow<String> window = new LookupWindow<>(
                new OwnRecords<>(lines, line -> line, new ArrayDeque<>()),
                NothingBehind.lines(),
                new LineLookup(lookup, 100),
                new InFlight(1),
                1_000);

        assertThat(window.next()._1()).isEqualTo("a");
        lines.firstIsTaken = true;
        assertThat(window.next()._1()).isEqualTo("b");
        assertThat(window.hasNext()).isFalse();
    }

    private static final class Lines implements Iterator<String> {

        private final Iterator<String> all = List.of("a", "b").iterator();
        private final CountDownLatch askedForMore = new CountDownLatch(1);
        private boolean firstIsTaken;

        @Override
        public boolean hasNext() {
            if (firstIsTaken) {
                askedForMore.countDown();
            }
            return all.hasNext();
        }

        @Override
        public String next() {
            return all.next();
        }
    }

    /** Is done as soon as both the lookup and the window listen, and well before they hear of it. */
    private static final class LateCallbacks<T> extends CompletableFuture<T> {

        private final CountDownLatch gate;
        private Runnable onListeners = () -> {};
        private int listeners;

        LateCallbacks(CountDownLatch gate) {
            this.gate = gate;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            LateCallbacks<U> dependent = new LateCallbacks<>(gate);
            dependent.onListeners = onListeners;
            return dependent;
        }

        @Override
        public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
            CompletableFuture<T> heard = super.whenComplete((value, error) -> {
                awaitGate();
                action.accept(value, error);
            });
            if (++listeners == 2) {
                onListeners.run();
            }
            return heard;
        }

        private void awaitGate() {
            try {
                assertThat(gate.await(5, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

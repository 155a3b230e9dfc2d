package io.github.ratingsstream.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.OmdbAnswer;
import io.github.ratingsstream.omdb.OmdbTitle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.TaskKilledException;
import org.junit.jupiter.api.Test;

class LookupWindowTest {

    private final List<CompletableFuture<OmdbAnswer<OmdbTitle>>> asked = new ArrayList<>();

    @Test
    void resultsKeepTheOrderOfTheLines() {
        Iterator<LookupResult> window = window(3, "a", "b", "c");
        Thread answers = new Thread(() -> {
            while (asked().size() < 3) {
                Thread.onSpinWait();
            }
            answer(2);
            answer(1);
            answer(0);
        });
        answers.start();

        assertThat(window.next().input()).isEqualTo("a");
        assertThat(window.next().input()).isEqualTo("b");
        assertThat(window.next().input()).isEqualTo("c");
        assertThat(window.hasNext()).isFalse();
        assertThatThrownBy(window::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void noMoreThanTheConcurrencyIsInFlight() {
        int lines = 20;
        Iterator<LookupResult> window = window(3, lines(lines));
        assertThat(asked()).isEmpty();
        AtomicInteger most = new AtomicInteger();
        Thread answers = new Thread(() -> IntStream.range(0, lines).forEach(i -> {
            answerWhenAsked(i);
            most.accumulateAndGet(asked().size() - i, Math::max);
        }));
        answers.start();

        for (int done = 0; done < lines; done++) {
            window.next();
        }
        assertThat(most.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void slowHeadHoldsBackResultsAndNotCalls() throws Exception {
        Iterator<LookupResult> window = window(2, lines(50));
        CompletableFuture<LookupResult> first = CompletableFuture.supplyAsync(window::next);

        IntStream.range(1, 50).forEach(this::answerWhenAsked);

        assertThat(first).isNotDone();
        answer(0);
        assertThat(first.get(10, TimeUnit.SECONDS).input()).isEqualTo("line 0");
        assertThat(window.next().input()).isEqualTo("line 1");
    }

    @Test
    void fullBufferHoldsBackCalls() throws Exception {
        Iterator<LookupResult> window = window(2, 10, lines(50));
        CompletableFuture<LookupResult> first = CompletableFuture.supplyAsync(window::next);
        IntStream.range(1, 10).forEach(this::answerWhenAsked);

        answer(0);

        first.get(10, TimeUnit.SECONDS);
        assertThat(asked()).hasSize(10);
        CompletableFuture.supplyAsync(window::next).get(10, TimeUnit.SECONDS);
        assertThat(asked()).hasSize(11);
    }

    private static String[] lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i).toArray(String[]::new);
    }

    @Test
    void interruptCancelsWhatIsUnderWay() {
        Iterator<LookupResult> window = window(2, "a", "b", "c");
        Thread.currentThread().interrupt();

        assertThatThrownBy(window::next).isInstanceOf(TaskKilledException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked()).hasSize(2).allSatisfy(call -> assertThat(call).isCancelled());
    }

    @Test
    void ownLinesAllStartBeforeAnyBehindThemWheneverAnswersCome() {
        int lines = 5_000;
        Iterator<String> own = Stream.of(lines(lines)).iterator();
        LinesAhead behind = new LinesAhead(new ReadAhead(), 1, 1, partition -> {
            assertThat(own.hasNext()).as("own lines are left").isFalse();
            return List.of("behind").iterator();
        });
        // Answers come on another thread, at any moment of the one that starts lookups.
        RatingLookup lookup = request -> CompletableFuture.supplyAsync(() -> OmdbAnswer.missed("Movie not found!"));
        LookupWindow<String> window = new LookupWindow<>(
                new OwnRecords<>(own, line -> line, new ArrayDeque<>()), behind, new LineLookup(lookup, 100), 2, 1_000);

        for (int i = 0; i < lines; i++) {
            assertThat(window.next()._2().input()).isEqualTo("line " + i);
        }
        assertThat(window.hasNext()).isFalse();
    }

    @Test
    void nothingIsReadAheadWhileAnswersAreAtHand() {
        LinesAhead behind = new LinesAhead(new ReadAhead(), 1, 1, partition -> {
            throw new AssertionError("read ahead");
        });
        RatingLookup cached = request -> CompletableFuture.completedFuture(OmdbAnswer.missed("Movie not found!"));
        LookupWindow<String> window = new LookupWindow<>(
                new OwnRecords<>(List.of("a", "b").iterator(), line -> line, new ArrayDeque<>()),
                behind,
                new LineLookup(cached, 100),
                2,
                1_000);

        assertThat(window.next()._1()).isEqualTo("a");
        assertThat(window.next()._1()).isEqualTo("b");
        assertThat(window.hasNext()).isFalse();
    }

    private Iterator<LookupResult> window(int size, String... lines) {
        return window(size, 1_000, lines);
    }

    private Iterator<LookupResult> window(int size, int buffer, String... lines) {
        RatingLookup lookup = request -> {
            CompletableFuture<OmdbAnswer<OmdbTitle>> answer = new CompletableFuture<>();
            synchronized (asked) {
                asked.add(answer);
            }
            return answer;
        };
        OwnRecords<String> records = new OwnRecords<>(Stream.of(lines).iterator(), line -> line, new ArrayDeque<>());
        LookupWindow<String> window =
                new LookupWindow<>(records, NothingBehind.lines(), new LineLookup(lookup, 100), size, buffer);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return window.hasNext();
            }

            @Override
            public LookupResult next() {
                return window.next()._2();
            }
        };
    }

    private List<CompletableFuture<OmdbAnswer<OmdbTitle>>> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private void answer(int index) {
        asked().get(index).complete(OmdbAnswer.missed("Movie not found!"));
    }

    private void answerWhenAsked(int index) {
        while (asked().size() <= index) {
            Thread.onSpinWait();
        }
        answer(index);
    }
}

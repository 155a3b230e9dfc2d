package io.github.ratingsstream.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.TaskKilledException;
import org.junit.jupiter.api.Test;

class LookupWindowTest {

    private final HandAnswered omdb = new HandAnswered();

    @Test
    void resultsKeepTheOrderOfTheLines() {
        Iterator<LookupResult> window = window(3, "a", "b", "c");
        Thread answers = new Thread(() -> {
            omdb.answerWhenAsked(2);
            omdb.answer(1);
            omdb.answer(0);
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
        assertThat(omdb.asked()).isEmpty();
        AtomicInteger most = new AtomicInteger();
        Thread answers = new Thread(() -> IntStream.range(0, lines).forEach(i -> {
            omdb.answerWhenAsked(i);
            most.accumulateAndGet(omdb.asked().size() - i, Math::max);
        }));
        answers.start();

        for (int done = 0; done < lines; done++) {
            window.next();
        }
        assertThat(most.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void tasksOfOneJvmShareTheConcurrency() throws Exception {
        InFlight three = new InFlight(3);
        LookupWindow<String> one = omdb.window(new ArrayDeque<>(), NothingBehind.lines(), three, 10, "a", "b", "c");
        LookupWindow<String> other = omdb.window(new ArrayDeque<>(), NothingBehind.lines(), three, 10, "d");
        CompletableFuture<?> first = CompletableFuture.supplyAsync(one::next);
        omdb.whenAsked(2);
        CompletableFuture<LookupResult> last =
                CompletableFuture.supplyAsync(() -> other.next()._2());
        assertThat(omdb.asked()).hasSize(3);

        omdb.answer(1);

        omdb.answerWhenAsked(3);
        assertThat(last.get(5, TimeUnit.MINUTES).input()).isEqualTo("d");
        omdb.answer(0);
        first.get(5, TimeUnit.MINUTES);
    }

    @Test
    void slowHeadHoldsBackResultsAndNotCalls() throws Exception {
        Iterator<LookupResult> window = window(2, lines(50));
        CompletableFuture<LookupResult> first = CompletableFuture.supplyAsync(window::next);

        IntStream.range(1, 50).forEach(omdb::answerWhenAsked);

        assertThat(first).isNotDone();
        omdb.answer(0);
        assertThat(first.get(5, TimeUnit.MINUTES).input()).isEqualTo("line 0");
        assertThat(window.next().input()).isEqualTo("line 1");
    }

    @Test
    void fullBufferHoldsBackCalls() throws Exception {
        Iterator<LookupResult> window = window(2, 10, lines(50));
        CompletableFuture<LookupResult> first = CompletableFuture.supplyAsync(window::next);
        IntStream.range(1, 10).forEach(omdb::answerWhenAsked);

        omdb.answer(0);

        first.get(5, TimeUnit.MINUTES);
        assertThat(omdb.asked()).hasSize(10);
        CompletableFuture.supplyAsync(window::next).get(5, TimeUnit.MINUTES);
        assertThat(omdb.asked()).hasSize(11);
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
        assertThat(omdb.asked()).hasSize(2).allSatisfy(call -> assertThat(call).isCancelled());
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
                new OwnRecords<>(own, line -> line, new ArrayDeque<>()),
                behind,
                new LineLookup(lookup, 100),
                new InFlight(2),
                1_000);

        for (int i = 0; i < lines; i++) {
            assertThat(window.next()._2().input()).isEqualTo("line " + i);
        }
        assertThat(window.hasNext()).isFalse();
    }

    @Test
    void whatWasStartedBeforeIsInFlightFromTheBeginning() {
        CompletableFuture<LookupResult> before = new CompletableFuture<>();
        Queue<StartedLine> startedBefore = new ArrayDeque<>(List.of(new StartedLine(2, "c", before)));
        InFlight two = new InFlight(2);
        two.count(before);
        LookupWindow<String> window = omdb.window(startedBefore, NothingBehind.lines(), two, 10, "a", "b", "c");
        Thread.currentThread().interrupt();

        assertThatThrownBy(window::next).isInstanceOf(TaskKilledException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(omdb.asked()).as("a alone, beside c").hasSize(1);
        assertThat(before).isCancelled();
    }

    @Test
    void recordBehindThatCantBeReadIsItsOwnTasksTrouble() throws Exception {
        ReadAhead batch = new ReadAhead();
        LinesAhead behind = new LinesAhead(batch, 1, 3, partition -> switch (partition) {
            case 1 -> throw new UncheckedIOException(new IOException("no block"));
            case 2 ->
                Stream.of("b", "no title")
                        .peek(line -> Objects.checkIndex(0, "no title".equals(line) ? 0 : 1))
                        .iterator();
            default -> List.of("c").iterator();
        });
        Iterator<LookupResult> window = omdb.window(behind, 3, 10, "a");
        CompletableFuture<LookupResult> first = CompletableFuture.supplyAsync(window::next);
        omdb.whenAsked(2);
        omdb.answer(0);

        assertThat(first.get(5, TimeUnit.MINUTES).input()).isEqualTo("a");
        assertThat(batch.begin(2)).extracting(StartedLine::line).containsExactly("b");
        assertThat(batch.begin(3)).extracting(StartedLine::line).containsExactly("c");
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
                new InFlight(2),
                1_000);

        assertThat(window.next()._1()).isEqualTo("a");
        assertThat(window.next()._1()).isEqualTo("b");
        assertThat(window.hasNext()).isFalse();
    }

    private Iterator<LookupResult> window(int size, String... lines) {
        return window(size, 1_000, lines);
    }

    private Iterator<LookupResult> window(int size, int buffer, String... lines) {
        return omdb.window(NothingBehind.lines(), size, buffer, lines);
    }
}

package io.github.ratingsstream.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.OmdbAnswer;
import io.github.ratingsstream.omdb.OmdbTitle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
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
    void noMoreThanTheWindowIsUnderWay() {
        int lines = 20;
        Iterator<LookupResult> window =
                window(3, IntStream.range(0, lines).mapToObj(i -> "line " + i).toArray(String[]::new));
        assertThat(asked()).isEmpty();
        Thread answers = new Thread(() -> IntStream.range(0, lines).forEach(this::answerWhenAsked));
        answers.start();

        for (int done = 0; done < lines; done++) {
            assertThat(asked().size() - done).isLessThanOrEqualTo(3);
            window.next();
        }
    }

    @Test
    void interruptCancelsWhatIsUnderWay() {
        Iterator<LookupResult> window = window(2, "a", "b", "c");
        Thread.currentThread().interrupt();

        assertThatThrownBy(window::next).isInstanceOf(TaskKilledException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked()).hasSize(2).allSatisfy(call -> assertThat(call).isCancelled());
    }

    private Iterator<LookupResult> window(int size, String... lines) {
        RatingLookup lookup = request -> {
            CompletableFuture<OmdbAnswer<OmdbTitle>> answer = new CompletableFuture<>();
            synchronized (asked) {
                asked.add(answer);
            }
            return answer;
        };
        return new LookupWindow(Stream.of(lines).iterator(), new LineLookup(lookup, 100), size);
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

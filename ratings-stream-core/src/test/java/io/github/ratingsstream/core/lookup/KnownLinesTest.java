package io.github.ratingsstream.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of a line that comes again in its partition, or in one read ahead. */
class KnownLinesTest {

    private final HandAnswered omdb = new HandAnswered();

    @Test
    void lineThatComesAgainSharesTheLookupInFlightAndTakesNoCall() throws Exception {
        Iterator<LookupResult> window = window(2, 10, "a", "a", "b", "a", "c", "a");
        CompletableFuture<LookupResult> first = CompletableFuture.supplyAsync(window::next);
        omdb.answerWhenAsked(1);
        omdb.answerWhenAsked(2);
        assertThat(first).isNotDone();
        omdb.answer(0);

        List<LookupResult> results = new ArrayList<>(List.of(first.get(5, TimeUnit.MINUTES)));
        window.forEachRemaining(results::add);
        assertThat(results).extracting(LookupResult::input).containsExactly("a", "a", "b", "a", "c", "a");
        assertThat(results).extracting(LookupResult::calls).containsExactly(1, 0, 1, 0, 1, 0);
        assertThat(omdb.asked()).hasSize(3);
    }

    @Test
    void lineThatComesAgainLaterHasTheAnswerThatWasGiven() throws Exception {
        Iterator<LookupResult> window = window(1, 1, "a", "a", "a");
        CompletableFuture<LookupResult> first = CompletableFuture.supplyAsync(window::next);
        omdb.answerWhenAsked(0);
        assertThat(first.get(5, TimeUnit.MINUTES).source()).contains(Source.API);

        LookupResult second = window.next();
        assertThat(second.source()).contains(Source.CACHE);
        assertThat(second.calls()).isZero();
        assertThat(window.next()).isSameAs(second);
        assertThat(omdb.asked()).hasSize(1);
    }

    @Test
    void lineThatComesAgainAfterItsLookupFailedIsAskedForAnew() throws Exception {
        Iterator<LookupResult> window = window(1, 1, "a", "a");
        CompletableFuture<LookupResult> first = CompletableFuture.supplyAsync(window::next);
        omdb.whenAsked(0).completeExceptionally(new IllegalStateException("broken"));
        assertThat(first.get(5, TimeUnit.MINUTES).outcome()).isEqualTo(Outcome.FAILED);

        CompletableFuture<LookupResult> second = CompletableFuture.supplyAsync(window::next);
        omdb.answerWhenAsked(1);
        assertThat(second.get(5, TimeUnit.MINUTES).calls()).isEqualTo(1);
    }

    @Test
    void lineBehindThatIsKnownTakesNoPlaceAndNoCall() throws Exception {
        ReadAhead batch = new ReadAhead();
        List<String> behind = List.of("a", "b", "a", "b", "c");
        Iterator<LookupResult> window =
                omdb.window(new LinesAhead(batch, 1, 1, partition -> behind.iterator()), 3, 3, "a");
        CompletableFuture<LookupResult> first = CompletableFuture.supplyAsync(window::next);
        omdb.whenAsked(2);
        omdb.answer(0);

        assertThat(first.get(5, TimeUnit.MINUTES).input()).isEqualTo("a");
        assertThat(batch.begin(1)).extracting(StartedLine::index).containsExactly(1, 4);
        assertThat(omdb.asked()).hasSize(3);
    }

    @Test
    void linesThatCameLongestAgoAreForgotten() {
        KnownLines known = new KnownLines(2);
        known.add("a", new CompletableFuture<>());
        known.add("b", new CompletableFuture<>());
        assertThat(known.find("a")).isPresent();
        known.add("c", new CompletableFuture<>());

        assertThat(known.find("a")).isPresent();
        assertThat(known.find("b")).isEmpty();
        assertThat(known.find("c")).isPresent();
    }

    @Test
    void linesThatAreNotSharedTakeNoPlace() {
        KnownLines known = new KnownLines(1);
        known.add("a", new CompletableFuture<>());
        known.add("", CompletableFuture.completedFuture(LookupResult.invalid("", "nothing to ask for")));

        assertThat(known.find("")).isEmpty();
        assertThat(known.find("a")).isPresent();
    }

    private Iterator<LookupResult> window(int size, int buffer, String... lines) {
        return omdb.window(NothingBehind.lines(), size, buffer, lines);
    }
}

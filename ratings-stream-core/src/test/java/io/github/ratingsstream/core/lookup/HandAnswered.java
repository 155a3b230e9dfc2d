package io.github.ratingsstream.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lookups that a test answers, in the order it likes. */
final class HandAnswered {

    private final List<CompletableFuture<OmdbAnswer<OmdbTitle>>> asked = new ArrayList<>();

    /** A partition's results. */
    Iterator<LookupResult> window(LinesAhead behind, int concurrency, int buffer, String... lines) {
        LookupWindow<String> window = window(new ArrayDeque<>(), behind, new InFlight(concurrency), buffer, lines);
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

    /** A partition of which some lines were started by the task of an earlier one. */
    LookupWindow<String> window(
            Queue<StartedLine> startedBefore, LinesAhead behind, InFlight inFlight, int buffer, String... lines) {
        return new LookupWindow<>(
                new OwnRecords<>(Stream.of(lines).iterator(), line -> line, startedBefore),
                behind,
                new LineLookup(request -> ask(), 100),
                inFlight,
                buffer);
    }

    private CompletableFuture<OmdbAnswer<OmdbTitle>> ask() {
        CompletableFuture<OmdbAnswer<OmdbTitle>> answer = new CompletableFuture<>();
        synchronized (asked) {
            asked.add(answer);
        }
        return answer;
    }

    List<CompletableFuture<OmdbAnswer<OmdbTitle>>> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    void answer(int index) {
        asked().get(index).complete(OmdbAnswer.missed("Movie not found!"));
    }

    void answerWhenAsked(int index) {
        whenAsked(index);
        answer(index);
    }

    CompletableFuture<OmdbAnswer<OmdbTitle>> whenAsked(int index) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (asked().size() <= index) {
            assertThat(System.nanoTime()).as("waited for 20 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
        return asked().get(index);
    }
}

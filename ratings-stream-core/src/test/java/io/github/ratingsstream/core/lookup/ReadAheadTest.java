package io.github.ratingsstream.core.lookup;

import static io.github.ratingsstream.core.lookup.LinesAhead.Attempt.KNOWN;
import static io.github.ratingsstream.core.lookup.LinesAhead.Attempt.NONE;
import static io.github.ratingsstream.core.lookup.LinesAhead.Attempt.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.kit.StreamKit;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on behind a partition's end, on the one core that local[2] has for tasks. */
class ReadAheadTest {

    private static final int LINES = 24;
    private static final int PARTITIONS = 3;
    private static final List<String> TITLES =
            IntStream.range(0, LINES).mapToObj(i -> "Title " + i).toList();

    /** Static, because lookups travel as copies. */
    private static final Queue<Asked> ASKED = new ConcurrentLinkedQueue<>();

    private record Asked(String title, long task, CompletableFuture<OmdbAnswer<OmdbTitle>> answer) {}

    @BeforeEach
    void nothingAskedYet() {
        ASKED.clear();
    }

    /** Nobody is answered before all are asked. Gives up in the end, or a failure would take for ever. */
    private static CompletableFuture<OmdbAnswer<OmdbTitle>> whenAllAreAsked(String title) {
        CompletableFuture<OmdbAnswer<OmdbTitle>> answer = asked(title);
        if (ASKED.size() == LINES) {
            answerAll();
        }
        return answer.orTimeout(5, TimeUnit.MINUTES);
    }

    private static CompletableFuture<OmdbAnswer<OmdbTitle>> asked(String title) {
        CompletableFuture<OmdbAnswer<OmdbTitle>> answer = new CompletableFuture<>();
        ASKED.add(new Asked(title, TaskContext.get().taskAttemptId(), answer));
        return answer;
    }

    private static void answerAll() {
        ASKED.forEach(asked -> asked.answer().complete(OmdbAnswer.missed("Movie not found!")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 12})
    void callsStayInFlightAcrossPartitionsAndEachLineIsAskedOnceAndInItsPlace(int partitions) throws Exception {
        RatingLookup lookup = request -> whenAllAreAsked(request.subject());
        try (StreamKit kit = new StreamKit().batch(partitions, TITLES)) {
            JavaDStream<LookupResult> results =
                    LookUpTitles.with(lookup).concurrency(LINES).in(kit.lines());
            List<List<LookupResult>> batches = StreamKit.collect(results);
            kit.run(results);

            assertThat(batches.get(0)).extracting(LookupResult::input).isEqualTo(TITLES);
            assertThat(batches.get(0)).extracting(LookupResult::outcome).containsOnly(Outcome.NOT_FOUND);
        }
        assertThat(ASKED).extracting(Asked::title).containsExactlyInAnyOrderElementsOf(TITLES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void killedTaskCancelsItsCallsAndItsNextAttemptGivesEveryLineOneOutcome(boolean interrupt) throws Exception {
        RatingLookup lookup = request -> asked(request.subject());
        try (StreamKit kit = new StreamKit().batch(PARTITIONS, TITLES)) {
            JavaDStream<LookupResult> results =
                    LookUpTitles.with(lookup).concurrency(LINES).in(kit.lines());
            List<List<LookupResult>> batches = StreamKit.collect(results);
            CompletableFuture<Boolean> cancelled = CompletableFuture.supplyAsync(() -> {
                until(() -> ASKED.size() == LINES);
                // The first partition is never read ahead: its lines are its own task's.
                List<Asked> its = ASKED.stream()
                        .filter(asked -> TITLES.indexOf(asked.title()) < LINES / PARTITIONS)
                        .toList();
                long task = its.get(0).task();
                kit.spark().sc().killTaskAttempt(task, interrupt, "for the test");
                until(() -> its.stream().allMatch(asked -> asked.answer().isCancelled()));
                until(() -> {
                    answerAll();
                    return !batches.isEmpty();
                });
                return true;
            });
            kit.run(results);

            assertThat(cancelled.get(5, TimeUnit.MINUTES)).isTrue();
            assertThat(batches.get(0)).extracting(LookupResult::input).isEqualTo(TITLES);
            assertThat(batches.get(0)).extracting(LookupResult::outcome).containsOnly(Outcome.NOT_FOUND);
        }
    }

    @Test
    void lineWhoseAnswerTheCacheHasTakesNoPlaceAheadAndIsAnsweredInItsOwn() {
        OmdbAnswer<OmdbTitle> cached =
                OmdbAnswer.<OmdbTitle>missed("Movie not found!").from(OmdbAnswer.Source.CACHE);
        List<String> calls = new ArrayList<>();
        LineLookup lookup = new LineLookup(
                request -> {
                    calls.add(request.subject());
                    return request.subject().startsWith("known")
                            ? CompletableFuture.completedFuture(cached)
                            : new CompletableFuture<>();
                },
                100);
        List<String> lines = List.of("known 1", "new 1", "known 2", "known 3", "new 2");
        ReadAhead batch = new ReadAhead();
        LinesAhead ahead = new LinesAhead(batch, 1, 1, partition -> lines.iterator());

        assertThat(Stream.generate(() -> ahead.start(line -> Optional.of(lookup.start(line))))
                        .limit(6))
                .containsExactly(KNOWN, STARTED, KNOWN, KNOWN, STARTED, NONE);

        calls.clear();
        OwnRecords<String> own = new OwnRecords<>(lines.iterator(), line -> line, batch.begin(1));
        assertThat(Stream.generate(() -> own.next(lookup::start, new KnownLines(10)))
                        .limit(5))
                .extracting(StartedRecord::record)
                .isEqualTo(lines);
        assertThat(calls).containsExactly("known 1", "known 2", "known 3");
    }

    @Test
    void taskThatIsKilledCancelsWhatItStartedAheadAndNothingOfTheNextOne() {
        ReadAhead batch = new ReadAhead();
        CompletableFuture<LookupResult> killed = new CompletableFuture<>();
        CompletableFuture<LookupResult> next = new CompletableFuture<>();
        LinesAhead ofKilled =
                new LinesAhead(batch, 1, 1, partition -> List.of("a").iterator());
        LinesAhead ofNext =
                new LinesAhead(batch, 1, 1, partition -> List.of("a").iterator());

        ofKilled.start(line -> Optional.of(killed));
        ofKilled.cancel();
        ofNext.start(line -> Optional.of(next));
        ofKilled.cancel();

        assertThat(killed).isCancelled();
        assertThat(next).isNotDone();
        assertThat(batch.begin(1)).extracting(StartedLine::result).containsExactly(next);
    }

    @Test
    void taskThatIsKilledWithoutEverWaitingStartsNothingMore() throws Exception {
        RatingLookup lookup = request -> {
            CompletableFuture<OmdbAnswer<OmdbTitle>> answer = asked(request.subject());
            answer.complete(OmdbAnswer.missed("Movie not found!"));
            return answer;
        };
        try (StreamKit kit = new StreamKit()) {
            long rows = LookUpTitles.with(lookup)
                    .buffer(1)
                    .in(kit.spark().parallelize(TITLES, 1))
                    .filter(result -> {
                        killOnce(TaskContext.get(), result.input().equals(TITLES.get(2)));
                        return true;
                    })
                    .count();

            assertThat(rows).isEqualTo(LINES);
        }
        long first = ASKED.element().task();
        assertThat(ASKED).filteredOn(asked -> asked.task() == first).hasSize(3);
    }

    private static void killOnce(TaskContext task, boolean now) {
        if (now && task.attemptNumber() == 0) {
            SparkContext.getOrCreate().killTaskAttempt(task.taskAttemptId(), false, "for the test");
            until(task::isInterrupted);
        }
    }

    @Test
    void linesThatAreNotTheSameTheSecondTimeAreAskedForAnew() {
        CompletableFuture<LookupResult> before = new CompletableFuture<>();
        Queue<StartedLine> started = new ConcurrentLinkedQueue<>(List.of(new StartedLine(0, "a", before)));
        OwnRecords<String> lines = new OwnRecords<>(List.of("b").iterator(), line -> line, started);
        LineLookup lookup = new LineLookup(
                request -> CompletableFuture.completedFuture(OmdbAnswer.missed("Movie not found!")), 100);

        assertThat(lines.next(lookup::start, new KnownLines(10)).result().join().input())
                .isEqualTo("b");
        assertThat(before).isCancelled();
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 20 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}

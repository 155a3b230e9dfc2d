package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Titles;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deadlines, pauses, bounds, and being stopped. */
@Timeout(600)
class TimingTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    @Test
    void deadlineEndsALookupThatRetriesWouldProlong() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        OmdbClient client =
                omdb.client(builder -> builder.timeout(Duration.ofMillis(300)).attemptTimeout(Duration.ofSeconds(5)));

        OmdbException error = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Inception"));

        assertThat(error.reason()).isEqualTo(Reason.TIMEOUT);
        // The first may not have begun: a machine can be busy for that long.
        assertThat(error.getMessage()).matches("no answer within 300 ms, attempts: [01]");
        untilNothingIsUnderWay();
    }

    @Test
    void retryAfterIsWaitedForWithinTheDeadline() {
        omdb.simulator().failNext(Fault.retryAfter(429, Duration.ofSeconds(1)));
        long start = System.nanoTime();

        assertThat(omdb.client().byTitle("Inception").calls()).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void retryAfterPastTheDeadlineEndsTheLookupAtOnce() {
        omdb.simulator().failNext(Fault.retryAfter(503, Duration.ofHours(1)));

        OmdbException error =
                catchThrowableOfType(OmdbException.class, () -> omdb.client().byTitle("Inception"));

        assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(error.retryable()).isTrue();
        assertThat(error.retryAfter()).hasValue(Duration.ofHours(1));
        assertThat(error.calls()).isEqualTo(1);
    }

    @Test
    void noMoreCallsAreInFlightThanAllowed() {
        AtomicInteger most = new AtomicInteger();
        omdb.simulator().failWhen(request -> {
            most.accumulateAndGet(omdb.simulator().underWay(), Math::max);
            return Optional.empty();
        });
        OmdbClient client = omdb.client(builder -> builder.maxConcurrency(4));

        CompletableFuture<?>[] lookups = IntStream.range(0, 400)
                .mapToObj(i -> client.async().byTitle("Dune " + i))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(lookups).join();

        assertThat(most.get()).isBetween(1, 4);
        assertThat(omdb.simulator().requests()).hasSize(400);
    }

    @Test
    void waitingInLineDoesNotCountAgainstTheAttempt() {
        try (OmdbSimulator slow = OmdbSimulator.builder()
                .titles(Titles.SOME)
                .latency(Duration.ofMillis(200))
                .start()) {
            OmdbClient client = omdb.client(
                    builder -> builder.baseUrl(slow.url()).maxConcurrency(1).attemptTimeout(Duration.ofSeconds(4)));
            CompletableFuture<?>[] lookups = IntStream.range(0, 22)
                    .mapToObj(i -> client.async().byTitle("Dune " + i))
                    .toArray(CompletableFuture[]::new);

            CompletableFuture.allOf(lookups).join();

            assertThat(slow.requests()).hasSize(22);
        }
    }

    @Test
    void cancellingALookupCancelsItsCall() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        CompletableFuture<OmdbAnswer<OmdbTitle>> lookup = omdb.client().async().byTitle("Inception");
        untilUnderWay(1);

        lookup.cancel(true);

        untilNothingIsUnderWay();
        assertThat(omdb.simulator().requests()).hasSize(1);
    }

    @Test
    void closeEndsLookupsUnderWayAndInLineAsStopping() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        OmdbClient client = omdb.client(builder -> builder.maxConcurrency(1));
        CompletableFuture<OmdbAnswer<OmdbTitle>> inFlight = client.async().byTitle("Inception");
        CompletableFuture<OmdbAnswer<OmdbTitle>> inLine = client.async().byTitle("Dune");
        Until.holds(() -> omdb.simulator().requests().size() == 1);

        client.close();
        client.close();

        assertStopping(inFlight);
        assertStopping(inLine);
        assertStopping(client.async().byTitle("Alien"));
        assertThat(omdb.simulator().requests()).hasSize(1);
    }

    @Test
    void interruptEndsTheWaitAtOnceAndStaysSet() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        OmdbClient client = omdb.client();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.byTitle("Inception"))
                .isInstanceOfSatisfying(
                        OmdbException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STOPPING));

        assertThat(Thread.interrupted()).isTrue();
        untilNothingIsUnderWay();
    }

    @Test
    void connectionsAreKeptAlive() {
        OmdbClient client = omdb.client(builder -> builder.maxConcurrency(1).cacheSize(0));

        for (int i = 0; i < 200; i++) {
            client.byTitle("Inception");
        }

        assertThat(omdb.simulator().connections()).isLessThanOrEqualTo(2);
    }

    @Test
    void cancelsLeaveNoConnectionBehindHoweverTheyMeetTheExchange() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.drip()));
        OmdbClient client = omdb.client(builder -> builder.maxConcurrency(8).timeout(Duration.ofSeconds(20)));
        for (int i = 0; i < 200; i++) {
            CompletableFuture<OmdbAnswer<OmdbTitle>> lookup = client.async().byTitle("Dune");
            long until = System.nanoTime() + i % 13 * 1_000_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            lookup.cancel(true);
        }

        omdb.simulator().failWhen(request -> Optional.empty());

        untilNothingIsUnderWay();
        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
    }

    @Test
    void stoppedLookupTellsWhatItCost() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        OmdbClient client = omdb.client();
        CompletableFuture<OmdbAnswer<OmdbTitle>> lookup = client.async().byTitle("Inception");
        untilUnderWay(1);

        client.close();

        assertThatThrownBy(lookup::join)
                .hasCauseInstanceOf(OmdbException.class)
                .extracting(Throwable::getCause)
                .extracting(error -> ((OmdbException) error).calls())
                .isEqualTo(1);
    }

    @Test
    void busyCommonPoolDelaysNeitherDeadlineNorAttempt() {
        CountDownLatch busy = new CountDownLatch(1);
        for (int i = 0; i < 64; i++) {
            CompletableFuture.runAsync(
                    () -> {
                        try {
                            busy.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    ForkJoinPool.commonPool());
        }
        try {
            assertThat(omdb.client(builder -> builder.timeout(Duration.ofMinutes(1)))
                            .byTitle("Inception")
                            .calls())
                    .isEqualTo(1);
        } finally {
            busy.countDown();
        }
    }

    private static void assertStopping(CompletableFuture<OmdbAnswer<OmdbTitle>> lookup) {
        assertThatThrownBy(lookup::join)
                .isInstanceOf(CompletionException.class)
                .extracting(Throwable::getCause)
                .isInstanceOfSatisfying(
                        OmdbException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STOPPING));
    }

    private void untilUnderWay(int calls) {
        Until.holds(() -> omdb.simulator().underWay() >= calls);
    }

    /** The HTTP library now and then loses a cancel; the socket timeout then ends the exchange. */
    private void untilNothingIsUnderWay() {
        Until.holds(() -> omdb.simulator().underWay() == 0);
    }
}

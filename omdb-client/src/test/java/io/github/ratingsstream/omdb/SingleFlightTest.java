package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lookups of one thing at one time share a call. */
@Timeout(120)
class SingleFlightTest {

    private static final RawAnswer ALIEN = new RawAnswer(200, "{\"Title\":\"Alien\",\"Response\":\"True\"}");

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final Transport transport = mock(Transport.class);
    private final OmdbClient client = new OmdbClient(
            OmdbClient.builder().apiKey("any").retries(0).cacheSize(0).config(), transport);

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hundredThousandLookupsOfAThousandTitlesMakeAThousandCalls(boolean withExecutor) throws Exception {
        CompletableFuture<Optional<Fault>> allAsked = new CompletableFuture<>();
        omdb.simulator().failWhen(request -> allAsked.join());
        ForkJoinPool threads = new ForkJoinPool(8);
        OmdbClient real = omdb.client(builder -> patient(withExecutor ? builder.executor(threads) : builder));

        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups = threads.submit(() -> IntStream.range(0, 100_000)
                        .parallel()
                        .mapToObj(i -> real.async().byTitle((i % 2 == 0 ? "Title " : "  TITLE\t") + i % 1_000))
                        .toList())
                .get();
        allAsked.complete(Optional.empty());
        int calls = lookups.stream().mapToInt(lookup -> lookup.join().calls()).sum();

        assertThat(omdb.simulator().requests()).hasSize(1_000);
        assertThat(calls).isEqualTo(1_000);
        assertThat(real.cacheStatistics().hits())
                .as("all were under way at once")
                .isZero();
        threads.shutdown();
    }

    private static OmdbClientBuilder patient(OmdbClientBuilder builder) {
        Duration enough = Duration.ofMinutes(1);
        return builder.maxConcurrency(64).timeout(enough).attemptTimeout(enough);
    }

    @Test
    void flightThatLandsAfterTheLookIntoTheCacheIsNotFlownAgain() {
        MovableClock clock = new MovableClock();
        OmdbClient real = omdb.client(builder -> builder.clock(clock));
        real.byTitle("Inception");
        clock.advance(Duration.ofDays(2));
        clock.beforeNextLook(() -> assertThat(real.byTitle("Inception").calls()).isEqualTo(1));

        assertThat(real.byTitle("Inception").calls()).isZero();

        assertThat(omdb.simulator().requests()).hasSize(2);
    }

    @Test
    void hundredThousandWaitersOfOneCallDoNotNest() {
        CompletableFuture<RawAnswer> call = calls(1).get(0);
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups =
                IntStream.range(0, 100_000).mapToObj(i -> lookUp()).toList();
        untilSent(1);

        call.complete(ALIEN);

        assertThat(lookups.stream().mapToInt(lookup -> lookup.join().calls()).sum())
                .isEqualTo(1);
    }

    @Test
    void waiterWhoGivesUpLeavesTheOthersTheirCall() {
        CompletableFuture<RawAnswer> call = calls(1).get(0);
        CompletableFuture<OmdbAnswer<OmdbTitle>> starter = lookUp();
        CompletableFuture<OmdbAnswer<OmdbTitle>> joiner = lookUp();
        untilSent(1);

        starter.cancel(true);

        assertThat(call).isNotDone();
        call.complete(ALIEN);
        assertThat(joiner.join().calls()).as("somebody has to account for it").isEqualTo(1);
    }

    @Test
    void callIsCancelledWhenTheLastWaiterIsGone() {
        List<CompletableFuture<RawAnswer>> calls = calls(2);
        CompletableFuture<OmdbAnswer<OmdbTitle>> starter = lookUp();
        CompletableFuture<OmdbAnswer<OmdbTitle>> joiner = lookUp();
        untilSent(1);

        starter.cancel(true);
        joiner.completeOnTimeout(null, 1, TimeUnit.NANOSECONDS).join();

        assertThatThrownBy(() -> calls.get(0).get(5, TimeUnit.MINUTES))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        CompletableFuture<OmdbAnswer<OmdbTitle>> next = lookUp();
        untilSent(2);
        calls.get(1).complete(ALIEN);
        assertThat(next.join().calls()).isEqualTo(1);
    }

    @Test
    void failureReachesEveryWaiterAndIsCountedOnce() throws InterruptedException {
        CompletableFuture<RawAnswer> call = calls(1).get(0);
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups =
                IntStream.range(0, 3).mapToObj(i -> lookUp()).toList();
        untilSent(1);

        call.complete(new RawAnswer(403, ""));

        int calls = 0;
        for (CompletableFuture<OmdbAnswer<OmdbTitle>> lookup : lookups) {
            OmdbException error = failure(lookup);
            assertThat(error.reason()).isEqualTo(Reason.BAD_REQUEST);
            calls += error.calls();
        }
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void closeEndsEveryWaiterAsStopping() throws InterruptedException {
        calls(1);
        CompletableFuture<OmdbAnswer<OmdbTitle>> starter = lookUp();
        CompletableFuture<OmdbAnswer<OmdbTitle>> joiner = lookUp();
        untilSent(1);

        client.close();

        assertThat(failure(starter).calls() + failure(joiner).calls()).isEqualTo(1);
        assertThat(failure(joiner).reason()).isEqualTo(Reason.STOPPING);
    }

    @Test
    void interruptedWaiterLeavesTheOthersTheirCall() throws InterruptedException {
        CompletableFuture<RawAnswer> call = calls(1).get(0);
        CompletableFuture<OmdbAnswer<OmdbTitle>> joiner = lookUp();
        untilSent(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.byTitle("Alien"))
                .isInstanceOfSatisfying(
                        OmdbException.class, e -> assertThat(e.calls()).isZero());

        assertThat(Thread.interrupted()).isTrue();
        call.complete(ALIEN);
        assertThat(joiner.join().calls()).isEqualTo(1);
    }

    @Test
    void callbackThatAsksAgainBeginsANewFlight() {
        List<CompletableFuture<RawAnswer>> calls = calls(2);
        CompletableFuture<OmdbAnswer<OmdbTitle>> again = lookUp().thenCompose(answer -> lookUp());
        untilSent(1);
        calls.get(0).complete(ALIEN);
        untilSent(2);
        calls.get(1).complete(ALIEN);

        assertThat(again.join().calls()).isEqualTo(1);
    }

    private CompletableFuture<OmdbAnswer<OmdbTitle>> lookUp() {
        return client.async().byTitle("Alien");
    }

    /** What the transport will hand out, in this order. */
    private List<CompletableFuture<RawAnswer>> calls(int number) {
        List<CompletableFuture<RawAnswer>> calls = IntStream.range(0, number)
                .mapToObj(i -> new CompletableFuture<RawAnswer>())
                .toList();
        org.mockito.stubbing.OngoingStubbing<CompletableFuture<RawAnswer>> stub = when(transport.get(any()));
        for (CompletableFuture<RawAnswer> call : calls) {
            stub = stub.thenReturn(call);
        }
        return calls;
    }

    private void untilSent(int number) {
        verify(
                        transport,
                        org.mockito.Mockito.timeout(Duration.ofSeconds(30).toMillis())
                                .times(number))
                .get(any());
        verify(transport, times(number)).get(any());
    }

    private static OmdbException failure(CompletableFuture<?> lookup) throws InterruptedException {
        try {
            lookup.get();
            throw new AssertionError("it should have failed");
        } catch (ExecutionException e) {
            return (OmdbException) e.getCause();
        }
    }
}

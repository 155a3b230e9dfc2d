package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.ClosedPort;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The day's calls: the caller's limit and OMDb's own. */
@Timeout(600)
class BudgetTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final MovableClock clock = new MovableClock();

    @Test
    void ownLimitIsKeptToTheCallAndEndsWithTheUtcDay() {
        OmdbClient client = client(3);
        clock.set("2026-11-23T23:59:59.999Z");
        List<OmdbException> refused = failures(client, 10);

        assertThat(omdb.simulator().requests()).hasSize(3);
        assertThat(refused).hasSize(7).allSatisfy(error -> {
            assertThat(error.reason()).isEqualTo(Reason.DAILY_LIMIT);
            assertThat(error).hasMessage("the daily limit of 3 calls is reached; calls are made again from 00:00 UTC");
            assertThat(error.calls()).isZero();
            assertThat(error.retryable()).isTrue();
            assertThat(error.retryAfter()).hasValue(Duration.ofMillis(1));
        });
        assertThat(client.budget()).isEqualTo(new OmdbBudget(3, OptionalLong.of(0), Optional.empty()));

        clock.advance(Duration.ofMillis(1));
        assertThat(client.budget()).isEqualTo(new OmdbBudget(0, OptionalLong.of(3), Optional.empty()));
        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
    }

    @Test
    void retriesAreCounted() {
        OmdbClient client = client(2);
        omdb.simulator().failNext(Fault.page(503), Fault.page(503), Fault.page(503));

        OmdbException error = failure(client, "Inception");

        assertThat(error.reason()).isEqualTo(Reason.DAILY_LIMIT);
        assertThat(error.calls()).isEqualTo(2);
        assertThat(omdb.simulator().requests()).hasSize(2);
    }

    @Test
    void refusedConnectionsAreCounted() throws IOException {
        try (ClosedPort port = new ClosedPort()) {
            OmdbClient client =
                    omdb.client(builder -> builder.baseUrl(port.url()).retries(0));
            failure(client, "Inception");

            assertThat(client.budget().used()).isEqualTo(1);
            assertThat(client.budget().left()).isEmpty();
        }
    }

    @Test
    void cachedAnswersCostNothing() {
        OmdbClient client = client(1);
        client.byTitle("Inception");

        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.CACHE);
        clock.advance(Duration.ofHours(13));
        clock.advance(Duration.ofHours(10));
        assertThat(client.budget().used()).isZero();
    }

    @Test
    void noCallGoesOutAfterOmdbSaidNo() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock));
        omdb.simulator().setCallsLeft(0);
        assertThat(failure(client, "First").calls()).isEqualTo(1);

        List<OmdbException> refused = failures(client, 20);

        assertThat(omdb.simulator().requests()).hasSize(1);
        assertThat(refused).hasSize(20).allSatisfy(error -> {
            assertThat(error.reason()).isEqualTo(Reason.DAILY_LIMIT);
            assertThat(error)
                    .hasMessage("OMDb said today that its daily limit is reached; one call is tried every 15 minutes");
            assertThat(error.calls()).isZero();
        });
        assertThat(client.budget().spentSince()).hasValue(Instant.parse("2026-11-23T10:00:00Z"));
    }

    @Test
    void oneProbeGoesOutEveryQuarterOfAnHour() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock));
        omdb.simulator().setCallsLeft(0);
        failure(client, "First");
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        failures(client, 5);
        assertThat(omdb.simulator().requests()).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        failures(client, 5);
        assertThat(omdb.simulator().requests()).hasSize(2);

        clock.advance(Duration.ofMinutes(15));
        omdb.simulator().setCallsLeft(100);
        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
        assertThat(client.byTitle("Dune").calls()).isEqualTo(1);
        assertThat(client.budget()).isEqualTo(new OmdbBudget(4, OptionalLong.empty(), Optional.empty()));
    }

    @Test
    void newClientMayAskOnceOnADayThatIsMarked() {
        OmdbStore store = OmdbStore.inMemory();
        omdb.simulator().setCallsLeft(0);
        failure(sharing(store), "First");
        assertThat(omdb.simulator().requests()).hasSize(1);

        assertThat(failures(sharing(store), 3))
                .extracting(OmdbException::reason)
                .containsOnly(Reason.DAILY_LIMIT);
        assertThat(omdb.simulator().requests()).hasSize(2);

        omdb.simulator().setCallsLeft(10);
        OmdbClient third = sharing(store);
        assertThat(third.byTitle("Inception").calls()).isEqualTo(1);
        assertThat(third.byTitle("Dune").calls()).isEqualTo(1);
    }

    @Test
    void probeThatGetsNoAnswerLeavesTheMark() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock));
        omdb.simulator().failNext(Fault.error(401, "Request limit reached!"), Fault.page(503));
        failure(client, "First");
        clock.advance(Duration.ofMinutes(15));

        assertThat(failure(client, "Inception").reason()).isEqualTo(Reason.DAILY_LIMIT);
        assertThat(omdb.simulator().requests()).hasSize(2);
        assertThat(client.budget().spentSince()).isPresent();
    }

    @Test
    void probeNeverPassesTheOwnLimit() {
        OmdbClient client = client(1);
        omdb.simulator().setCallsLeft(0);
        failure(client, "First");
        clock.advance(Duration.ofMinutes(20));

        assertThat(failure(client, "Inception")).hasMessageContaining("the daily limit of 1 calls is reached");
        assertThat(omdb.simulator().requests()).hasSize(1);
    }

    @Test
    void newDayNeedsNoProbe() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock));
        clock.set("2026-11-23T23:59:00Z");
        omdb.simulator().failNext(Fault.error(401, "Request limit reached!"));
        failure(client, "First");
        clock.set("2026-11-24T00:00:00Z");

        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
        assertThat(client.byTitle("Dune").calls()).isEqualTo(1);
    }

    @Test
    void refusalMarksTheDayOnWhichItsCallWasCounted() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock));
        clock.set("2026-11-23T23:59:59.900Z");
        omdb.simulator().failWhen(request -> {
            clock.set("2026-11-24T00:00:00.100Z");
            return Optional.of(Fault.error(401, "Request limit reached!"));
        });
        failure(client, "First");
        omdb.simulator().failWhen(request -> Optional.empty());

        assertThat(client.budget()).isEqualTo(new OmdbBudget(0, OptionalLong.empty(), Optional.empty()));
        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
        assertThat(client.byTitle("Dune").calls()).isEqualTo(1);
    }

    @Test
    void noMoreCallsFollowTheFirstRefusalThanWereInFlight() {
        int concurrency = 8;
        OmdbClient client = omdb.client(builder -> builder.clock(clock).maxConcurrency(concurrency));
        AtomicInteger calls = new AtomicInteger();
        omdb.simulator()
                .failWhen(request -> calls.incrementAndGet() > 50
                        ? Optional.of(Fault.error(401, "Request limit reached!"))
                        : Optional.empty());

        List<OmdbException> refused = failures(client, 1_000);

        assertThat(refused).hasSize(950);
        assertThat(calls.get()).isBetween(51, 50 + concurrency);
    }

    private OmdbClient client(long limit) {
        return omdb.client(builder -> builder.clock(clock).dailyLimit(limit));
    }

    private OmdbClient sharing(OmdbStore store) {
        return omdb.client(builder -> builder.clock(clock).store(store));
    }

    private static OmdbException failure(OmdbClient client, String title) {
        return catchThrowableOfType(OmdbException.class, () -> client.byTitle(title));
    }

    /** Those of so many different titles, looked up at once. */
    private static List<OmdbException> failures(OmdbClient client, int titles) {
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups = IntStream.range(0, titles)
                .mapToObj(i -> client.async().byTitle("Some title " + i))
                .toList();
        return lookups.stream().flatMap(lookup -> failed(lookup).stream()).toList();
    }

    private static Optional<OmdbException> failed(CompletableFuture<?> lookup) {
        try {
            lookup.join();
            return Optional.empty();
        } catch (CompletionException e) {
            return Optional.of((OmdbException) e.getCause());
        }
    }
}

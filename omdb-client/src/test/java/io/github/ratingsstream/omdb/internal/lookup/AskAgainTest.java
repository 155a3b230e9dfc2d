package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.kit.FakeStore;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A failure says whether asking again may help, and when, wherever the client knows. */
@Timeout(600)
class AskAgainTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final MovableClock clock = new MovableClock();

    @Test
    void ownLimitEndsAtTheNextMidnightInUtc() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock).dailyLimit(1));
        clock.set("2026-11-23T22:30:00Z");
        client.byTitle("Inception");

        assertIsOver(failure(client, "Dune"), Reason.DAILY_LIMIT, Duration.ofMinutes(90));
    }

    @Test
    void limitOfOmdbIsLookedAtAgainAfterAQuarterOfAnHour() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock));
        omdb.simulator().setCallsLeft(0);

        assertIsOver(failure(client, "Inception"), Reason.DAILY_LIMIT, Duration.ofMinutes(15));
        assertIsOver(failure(client, "Dune"), Reason.DAILY_LIMIT, Duration.ofMinutes(15));
    }

    @Test
    void limitOfOmdbIsForgottenAtMidnight() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock));
        omdb.simulator().setCallsLeft(0);
        clock.set("2026-11-23T23:55:00Z");

        assertIsOver(failure(client, "Inception"), Reason.DAILY_LIMIT, Duration.ofMinutes(5));
        assertIsOver(failure(client, "Dune"), Reason.DAILY_LIMIT, Duration.ofMinutes(5));
    }

    /** A wait that only the quota asks for must not hold up the client once there is quota again. */
    @Test
    void limitOfOmdbIsNoPauseOfTheClient() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock));
        omdb.simulator().setCallsLeft(0);
        failure(client, "Inception");
        omdb.simulator().setCallsLeft(10);
        clock.advance(Duration.ofMinutes(15));

        assertThat(client.byTitle("Inception").calls()).isOne();
    }

    @Test
    void outageIsLookedAtAgainAfterTenSeconds() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock).retries(0));
        omdb.simulator().failWhen(request -> Optional.of(Fault.page(503)));
        IntStream.range(0, Brake.LOOKUPS).forEach(i -> failure(client, "Title " + i));

        assertIsOver(failure(client, "Dune"), Reason.UNAVAILABLE, Duration.ofSeconds(10));
    }

    @Test
    void storeIsLookedAtAgainAfterFiveSeconds() {
        FakeStore store = new FakeStore();
        OmdbClient client =
                omdb.client(builder -> builder.clock(clock).store(store).dailyLimit(10));
        store.down(true);

        assertIsOver(failure(client, "Dune"), Reason.STORE_DOWN, Duration.ofSeconds(5));
    }

    private static OmdbException failure(OmdbClient client, String title) {
        return catchThrowableOfType(OmdbException.class, () -> client.byTitle(title));
    }

    private static void assertIsOver(OmdbException failure, Reason reason, Duration after) {
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.retryAfter()).hasValue(after);
    }
}

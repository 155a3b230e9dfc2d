package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An OMDb that does not answer is left alone. */
@Timeout(600)
class BrakeTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final MovableClock clock = new MovableClock();

    @Test
    void twentyLookupsWithoutAnAnswerStopTheCalls() {
        OmdbClient client = client();
        omdb.simulator().failWhen(request -> Optional.of(Fault.page(503)));
        failAll(client, 19);
        assertThat(failure(client).calls()).as("the twentieth").isEqualTo(1);

        OmdbException refused = failure(client);

        assertThat(refused.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(refused).hasMessage("OMDb left the last 20 lookups without an answer; one call is tried every 10 s");
        assertThat(refused.calls()).isZero();
        assertThat(omdb.simulator().requests()).hasSize(20);
    }

    @Test
    void oneProbeGoesOutEveryTenSecondsUntilOneIsAnswered() {
        OmdbClient client = client();
        omdb.simulator().failWhen(request -> Optional.of(Fault.page(503)));
        failAll(client, 20);
        clock.advance(Duration.ofSeconds(10));
        failAll(client, 5);
        assertThat(omdb.simulator().requests()).hasSize(21);
        clock.advance(Duration.ofMillis(9_999));
        failAll(client, 5);
        assertThat(omdb.simulator().requests()).hasSize(21);

        omdb.simulator().failWhen(request -> Optional.empty());
        clock.advance(Duration.ofMillis(1));

        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
        assertThat(client.byTitle("Dune").calls()).isEqualTo(1);
        omdb.simulator().failWhen(request -> Optional.of(Fault.page(503)));
        assertThat(failure(client).calls()).as("the count starts anew").isEqualTo(1);
    }

    @Test
    void probeIsOneCallWhateverTheRetries() {
        OmdbClient client = omdb.client(builder -> builder.clock(clock).retries(2));
        omdb.simulator().failWhen(request -> Optional.of(Fault.page(503)));
        failAll(client, 20);
        clock.advance(Duration.ofSeconds(10));
        int before = omdb.simulator().requests().size();

        assertThat(failure(client).calls()).isEqualTo(1);
        assertThat(omdb.simulator().requests()).hasSize(before + 1);
    }

    static List<Fault> answers() {
        return List.of(Fault.error(200, "Movie not found!"), Fault.page(403), Fault.page(200));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whateverOmdbSaysIsAnAnswer(Fault answer) {
        OmdbClient client = client();
        for (int i = 0; i < 19; i++) {
            omdb.simulator().failNext(Fault.page(503));
        }
        omdb.simulator().failNext(answer);
        for (int i = 0; i < 19; i++) {
            omdb.simulator().failNext(Fault.page(503));
        }
        failAll(client, 39);

        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
    }

    @Test
    void joinedLookupsCountOnce() {
        OmdbClient client = client();
        omdb.simulator().failNext(Fault.page(503));
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> same = IntStream.range(0, 50)
                .mapToObj(i -> client.async().byTitle("Nope"))
                .toList();
        same.forEach(lookup -> catchThrowableOfType(RuntimeException.class, lookup::join));

        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
    }

    @Test
    void hangingOmdbCostsABatchSecondsNotHours() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        OmdbClient client = omdb.client(builder -> builder.attemptTimeout(Duration.ofMillis(200))
                .timeout(Duration.ofSeconds(2))
                .retries(1)
                .maxConcurrency(4));
        long start = System.nanoTime();

        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> batch = IntStream.range(0, 5_000)
                .mapToObj(i -> client.async().byTitle("Title " + i))
                .toList();
        batch.forEach(lookup -> catchThrowableOfType(RuntimeException.class, lookup::join));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(2));
        assertThat(omdb.simulator().requests()).hasSizeLessThan(100);
    }

    private OmdbClient client() {
        return omdb.client(builder -> builder.clock(clock).retries(0));
    }

    private static OmdbException failure(OmdbClient client) {
        return catchThrowableOfType(OmdbException.class, () -> client.byTitle("Absent"));
    }

    private static void failAll(OmdbClient client, int lookups) {
        for (int i = 0; i < lookups; i++) {
            int number = i;
            catchThrowableOfType(OmdbException.class, () -> client.byTitle("Title " + number));
        }
    }
}

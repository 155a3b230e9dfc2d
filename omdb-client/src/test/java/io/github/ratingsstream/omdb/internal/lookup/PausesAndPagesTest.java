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
import org.junit.jupiter.params.provider.ValueSource;

/** OMDb asks for a pause, or something on the way answers in its place: the whole client heeds it. */
@Timeout(600)
class PausesAndPagesTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final MovableClock clock = new MovableClock();

    @Test
    void pauseIsKeptByTheWholeClient() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.retryAfter(429, Duration.ofHours(1))));
        OmdbClient client = omdb.client(builder -> builder.maxConcurrency(4));

        List<OmdbException> failures = failures(client, 200);

        assertThat(failures).extracting(OmdbException::reason).containsOnly(Reason.UNAVAILABLE);
        assertThat(failures).allSatisfy(failure -> {
            assertThat(failure.retryable()).isTrue();
            assertThat(failure.retryAfter()).isPresent();
        });
        assertThat(omdb.simulator().requests()).hasSizeBetween(1, 4);
    }

    @Test
    void shortPauseIsWaitedForByAll() {
        omdb.simulator().failNext(Fault.retryAfter(429, Duration.ofSeconds(1)));
        OmdbClient client = omdb.client(builder -> builder.maxConcurrency(1).timeout(Duration.ofMinutes(5)));
        long start = System.nanoTime();

        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups = lookups(client, 3);

        assertThat(lookups.stream().mapToInt(lookup -> lookup.join().calls()).sum())
                .isEqualTo(4);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 403})
    void pageForAllIsAnOutageTheFirstOnesIncluded(int status) {
        CompletableFuture<Optional<Fault>> allAsked = new CompletableFuture<>();
        omdb.simulator().failWhen(request -> allAsked.join());
        OmdbClient client = omdb.client(builder -> builder.maxConcurrency(8).clock(clock));

        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups = lookups(client, 200);
        allAsked.complete(Optional.of(Fault.page(status)));
        List<OmdbException> failures =
                lookups.stream().map(PausesAndPagesTest::failure).toList();

        assertThat(failures).extracting(OmdbException::reason).containsOnly(Reason.UNAVAILABLE);
        assertThat(failures).extracting(OmdbException::retryable).containsOnly(true);
        assertThat(failures).extracting(OmdbException::retryAfter).doesNotContain(Optional.empty());
        assertThat(omdb.simulator().requests()).hasSizeBetween(3, 3 + 2 * 8);

        omdb.simulator().failWhen(request -> Optional.empty());
        clock.advance(Duration.ofSeconds(10));
        assertThat(client.byTitle("Inception").value()).isPresent();
        assertThat(client.byTitle("Dune").value()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403})
    void pageForOneTitleIsItsOwn(int status) {
        omdb.simulator()
                .failWhen(request -> "Blocked".equals(request.parameters().get("t"))
                        ? Optional.of(Fault.page(status))
                        : Optional.empty());
        OmdbClient client = omdb.client(builder -> builder.maxConcurrency(2).timeout(Duration.ofMinutes(5)));
        CompletableFuture<OmdbAnswer<OmdbTitle>> blocked = client.async().byTitle("Blocked");
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> others = lookups(client, 30);

        assertThat(failure(blocked).reason()).isEqualTo(status == 200 ? Reason.MALFORMED : Reason.BAD_REQUEST);
        assertThat(others).allSatisfy(other -> assertThat(other.join().calls()).isEqualTo(1));
    }

    @Test
    void whoAsksOneByOneHasAnOutageAtTheThird() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.page(403)));
        OmdbClient client = omdb.client();

        List<Reason> reasons = IntStream.range(0, 5)
                .mapToObj(i -> catchThrowableOfType(OmdbException.class, () -> client.byTitle("Title " + i)))
                .map(OmdbException::reason)
                .toList();

        assertThat(reasons)
                .containsExactly(
                        Reason.BAD_REQUEST,
                        Reason.BAD_REQUEST,
                        Reason.UNAVAILABLE,
                        Reason.UNAVAILABLE,
                        Reason.UNAVAILABLE);
        assertThat(omdb.simulator().requests()).hasSize(3);
    }

    private static List<OmdbException> failures(OmdbClient client, int titles) {
        return lookups(client, titles).stream().map(PausesAndPagesTest::failure).toList();
    }

    private static List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups(OmdbClient client, int titles) {
        return IntStream.range(0, titles)
                .mapToObj(i -> client.async().byTitle("Title " + i))
                .toList();
    }

    private static OmdbException failure(CompletableFuture<?> lookup) {
        return (OmdbException) lookup.handle((answer, error) -> error).join();
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.monitor.CacheStatistics;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.request.TitleType;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When an answer is given again, and when it is not. */
class CacheTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final MovableClock clock = new MovableClock();

    @Test
    void secondLookupCostsNoCall() {
        OmdbClient client = client();
        OmdbAnswer<OmdbTitle> first = client.byTitle("Inception");
        clock.advance(Duration.ofHours(23));

        OmdbAnswer<OmdbTitle> second = client.byTitle("Inception");

        assertThat(first.source()).isEqualTo(Source.API);
        assertThat(first.calls()).isEqualTo(1);
        assertThat(second.source()).isEqualTo(Source.CACHE);
        assertThat(second.calls()).isZero();
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(second.receivedAt()).isEqualTo(first.receivedAt()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(second.json().orElseThrow())
                .isEqualTo(first.json().orElseThrow())
                .startsWith("{\"Title\":");
        assertThat(client.async().byTitle("Inception").join().source()).isEqualTo(Source.CACHE);
        assertThat(omdb.simulator().requests()).hasSize(1);
    }

    @Test
    void answersAreAskedForAgainAfterTheirTimeAndMissesSooner() {
        OmdbClient client = client();
        client.byTitle("Inception");
        assertThat(client.byTitle("Nope").json()).isEmpty();
        clock.advance(Duration.ofHours(6));

        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.CACHE);
        assertThat(client.byTitle("Nope").source()).isEqualTo(Source.API);

        clock.advance(Duration.ofHours(18));
        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.API);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Inception|iNCEPTION",
                "Inception|` Inception\u00A0`",
                "The  Matrix|the matrix",
                "Amélie|ame\u0301lie",
                "AMÉLIE|AME\u0301LIE"
            })
    void spellingsThatMeanTheSameShareAnAnswer(String one, String other) {
        OmdbClient client = client();
        client.byTitle(one);

        assertThat(client.byTitle(other).source()).isEqualTo(Source.CACHE);
    }

    @Test
    void whatIsAskedDifferentlyIsAnotherEntry() {
        OmdbClient client = client();
        Stream.of(
                        TitleRequest.byTitle("Dune"),
                        TitleRequest.byTitle("Dune", 1984),
                        TitleRequest.byTitle("Dune", 2021),
                        TitleRequest.byTitle("Dune&y=2021"),
                        TitleRequest.byTitle("Dune%26y=2021"),
                        TitleRequest.byTitle("Dune").withType(TitleType.MOVIE))
                .forEach(request -> assertThat(client.lookUp(request).source())
                        .as("%s", request)
                        .isEqualTo(Source.API));
    }

    @Test
    void keyDoesNotHoldTheApiKey() {
        assertThat(TitleRequest.byTitle("Dune", 2021).key().text()).isEqualTo("t=dune&y=2021");
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of(Fault.page(503), 3, 10_000),
                Arguments.of(Fault.hang(), 3, 200),
                Arguments.of(Fault.error(401, "Request limit reached!"), 1, 10_000));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void expiredAnswerIsGivenAsStaleInAnOutage(Fault fault, int calls, int attemptMillis) {
        OmdbClient client =
                omdb.client(builder -> builder.clock(clock).attemptTimeout(Duration.ofMillis(attemptMillis)));
        OmdbAnswer<OmdbTitle> first = client.byTitle("Inception");
        clock.advance(Duration.ofDays(300));
        omdb.simulator().failNext(fault, fault, fault);

        OmdbAnswer<OmdbTitle> stale = client.byTitle("Inception");

        assertThat(stale.source()).isEqualTo(Source.STALE);
        assertThat(stale.value()).isEqualTo(first.value());
        assertThat(stale.calls()).isEqualTo(calls);
        assertThat(client.cacheStatistics().staleServed()).isEqualTo(1);
    }

    static Stream<Arguments> news() {
        return Stream.of(
                Arguments.of(Fault.error(401, "Invalid API key!"), Reason.REFUSED_KEY),
                Arguments.of(Fault.page(403), Reason.BAD_REQUEST),
                Arguments.of(Fault.page(200), Reason.MALFORMED),
                Arguments.of(Fault.error(200, "The hamster is tired."), Reason.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("news")
    void otherFailuresAreNotHidden(Fault fault, Reason reason) {
        OmdbClient client = client();
        client.byTitle("Inception");
        clock.advance(Duration.ofDays(2));
        omdb.simulator().failNext(fault);

        assertThat(catchThrowableOfType(OmdbException.class, () -> client.byTitle("Inception"))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void failureIsNotKept() {
        OmdbClient client = client();
        omdb.simulator().failNext(Fault.page(403));
        catchThrowableOfType(OmdbException.class, () -> client.byTitle("Inception"));

        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.API);
    }

    @Test
    void sizeIsBounded() {
        OmdbClient client = omdb.client(builder -> builder.cacheSize(3));

        for (int i = 0; i < 20; i++) {
            client.byTitle("Nope " + i);
        }

        assertThat(client.cacheStatistics().size()).isLessThanOrEqualTo(3);
    }

    @Test
    void sizeOfZeroMeansNoCache() {
        OmdbClient client = omdb.client(builder -> builder.cacheSize(0));
        client.byTitle("Inception");

        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.API);
        assertThat(client.cacheStatistics()).isEqualTo(new CacheStatistics(0, 2, 0, 0, 0));
    }

    @Test
    void statisticsCountHitsAndMisses() {
        OmdbClient client = client();
        client.byTitle("Inception");
        client.byTitle("Inception");
        client.async().byTitle("inception").join();

        assertThat(client.cacheStatistics()).isEqualTo(new CacheStatistics(2, 1, 0, 0, 1));
    }

    @Test
    void closedClientGivesNothingFromItsCache() {
        OmdbClient client = client();
        client.byTitle("Inception");
        client.close();

        assertThat(catchThrowableOfType(OmdbException.class, () -> client.byTitle("Inception"))
                        .reason())
                .isEqualTo(Reason.STOPPING);
    }

    private OmdbClient client() {
        return omdb.client(builder -> builder.clock(clock));
    }
}

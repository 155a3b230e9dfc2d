package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.FakeStore;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.request.LookupOptions;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one lookup may do differently from its client. */
@Timeout(120)
class LookupOptionsTest {

    private static final TitleRequest INCEPTION = TitleRequest.byTitle("Inception");
    private static final LookupOptions REFRESH = LookupOptions.defaults().refresh();
    private static final LookupOptions CACHE_ONLY = LookupOptions.defaults().cacheOnly();
    private static final LookupOptions NO_STALE = LookupOptions.defaults().noStale();

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final MovableClock clock = new MovableClock();
    private final FakeStore store = new FakeStore();

    @Test
    void contradictionsAndTimesOutOfRangeAreRefused() {
        assertThatThrownBy(REFRESH::cacheOnly).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(CACHE_ONLY::refresh)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("refresh");
        assertThatThrownBy(() -> NO_STALE.timeout(Duration.ZERO)).hasMessageContaining("timeout must be 1 ms to 1 day");
        assertThatThrownBy(() -> NO_STALE.timeout(Duration.ofDays(2))).isInstanceOf(IllegalArgumentException.class);
        assertThat(NO_STALE.timeout(Duration.ofSeconds(1)))
                .isEqualTo(
                        LookupOptions.defaults().timeout(Duration.ofSeconds(1)).noStale())
                .hasToString("timeout=PT1S, refresh=false, cacheOnly=false, noStale=true");
    }

    @Test
    void timeoutIsThisLookupsOwn() {
        omdb.simulator().failNext(Fault.hang());
        OmdbClient client = client();
        CompletableFuture<OmdbAnswer<OmdbTitle>> patient = client.async().lookUp(INCEPTION);
        Until.holds(() -> omdb.simulator().requestCount() == 1);

        OmdbException hasty = failure(client, LookupOptions.defaults().timeout(Duration.ofMillis(20)));

        assertThat(hasty.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(hasty).hasMessageContaining("20 ms");
        assertThat(hasty.calls()).isZero();
        assertThat(patient).isNotDone();
    }

    @Test
    void hastyCallersDoNotMakeOmdbLookDown() {
        OmdbClient client = client();
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        for (int i = 0; i < 25; i++) {
            assertThat(failure(client, LookupOptions.defaults().timeout(Duration.ofMillis(20)))
                            .reason())
                    .isEqualTo(Reason.TIMEOUT);
        }
        omdb.simulator().failNone();

        assertThat(client.lookUp(INCEPTION).source()).isEqualTo(Source.API);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refreshAsksOmdbAndKeepsTheAnswer(boolean withStore) {
        OmdbClient client = client(withStore);
        client.lookUp(INCEPTION);
        clock.advance(Duration.ofHours(1));

        OmdbAnswer<OmdbTitle> refreshed = client.lookUp(INCEPTION, REFRESH);

        assertThat(refreshed.source()).isEqualTo(Source.API);
        assertThat(refreshed.calls()).isEqualTo(1);
        OmdbAnswer<OmdbTitle> next = client.lookUp(INCEPTION);
        assertThat(next.source()).isEqualTo(Source.CACHE);
        assertThat(next.receivedAt()).isEqualTo(clock.instant());
        if (withStore) {
            assertThat(store.answers().values())
                    .extracting(StoredAnswer::receivedAt)
                    .containsExactly(clock.instant());
        }
    }

    @Test
    void refreshThatFailsGivesNoOlderAnswer() {
        OmdbClient client = client(true);
        client.lookUp(INCEPTION);
        omdb.simulator().failWhen(request -> Optional.of(Fault.page(503)));

        assertThat(failure(client, REFRESH).reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refreshIsNotAnsweredByALookupThatFlew(boolean withStore) {
        OmdbClient client = client(withStore);
        CompletableFuture<Optional<Fault>> gate = new CompletableFuture<>();
        omdb.simulator().failWhen(request -> gate.join());
        CompletableFuture<OmdbAnswer<OmdbTitle>> ordinary = client.async().lookUp(INCEPTION);
        Until.holds(() -> omdb.simulator().requestCount() == 1);

        CompletableFuture<OmdbAnswer<OmdbTitle>> refresh = client.async().lookUp(INCEPTION, REFRESH);
        gate.complete(Optional.empty());

        assertThat(refresh.join().calls()).isEqualTo(1);
        assertThat(ordinary.join().calls()).isEqualTo(1);
        assertThat(omdb.simulator().requestCount()).isEqualTo(2);
    }

    @Test
    void refreshesShareACallAndSoDoesWhoeverComesAfter() {
        OmdbClient client = client();
        CompletableFuture<Optional<Fault>> gate = new CompletableFuture<>();
        omdb.simulator().failWhen(request -> gate.join());
        CompletableFuture<OmdbAnswer<OmdbTitle>> one = client.async().lookUp(INCEPTION, REFRESH);
        CompletableFuture<OmdbAnswer<OmdbTitle>> other = client.async().lookUp(INCEPTION, REFRESH);
        CompletableFuture<OmdbAnswer<OmdbTitle>> ordinary = client.async().lookUp(INCEPTION);
        gate.complete(Optional.empty());

        assertThat(one.join().calls() + other.join().calls() + ordinary.join().calls())
                .isEqualTo(1);
        assertThat(omdb.simulator().requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cacheOnlyNeverCalls(boolean withStore) {
        OmdbClient client = client(withStore);

        OmdbException failure = failure(client, CACHE_ONLY);

        assertThat(failure.reason()).isEqualTo(Reason.NOT_CACHED);
        assertThat(failure.calls()).isZero();
        assertThat(failure.wasSent()).isFalse();
        assertThat(failure.retryable()).isFalse();
        assertThat(omdb.simulator().requestCount()).isZero();

        client.lookUp(INCEPTION);
        assertThat(client.lookUp(INCEPTION, CACHE_ONLY).source()).isEqualTo(Source.CACHE);
        clock.advance(Duration.ofDays(2));
        assertThat(client.lookUp(INCEPTION, CACHE_ONLY).source()).isEqualTo(Source.STALE);
        assertThat(failure(client, CACHE_ONLY.noStale()).reason()).isEqualTo(Reason.NOT_CACHED);
        assertThat(client.cacheStatistics().staleServed()).isEqualTo(1);
        assertThat(omdb.simulator().requestCount()).isEqualTo(1);
    }

    @Test
    void cacheOnlyReadsTheStore() {
        client(true).lookUp(INCEPTION);
        OmdbClient another = client(true);

        assertThat(another.lookUp(INCEPTION, CACHE_ONLY).source()).isEqualTo(Source.CACHE);
        assertThat(omdb.simulator().requestCount()).isEqualTo(1);

        store.down(true);
        assertThat(failure(client(true), CACHE_ONLY).reason()).isEqualTo(Reason.NOT_CACHED);
    }

    @Test
    void whoeverWantsNoExpiredAnswerGetsNoneThoughOthersOfItsLookupDo() {
        OmdbClient client = client();
        client.lookUp(INCEPTION);
        clock.advance(Duration.ofDays(2));
        CompletableFuture<Optional<Fault>> gate = new CompletableFuture<>();
        omdb.simulator().failWhen(request -> gate.join());
        CompletableFuture<OmdbAnswer<OmdbTitle>> ordinary = client.async().lookUp(INCEPTION);
        CompletableFuture<OmdbAnswer<OmdbTitle>> strict = client.async().lookUp(INCEPTION, NO_STALE);
        gate.complete(Optional.of(Fault.page(503)));

        assertThat(ordinary.join().source()).isEqualTo(Source.STALE);
        assertThatThrownBy(strict::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        OmdbException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE));
        assertThat(omdb.simulator().requestCount()).isEqualTo(1 + 3);
    }

    @Test
    void whoeverTimesOutWithoutWantingAnExpiredAnswerFails() {
        OmdbClient client = client();
        client.lookUp(INCEPTION);
        clock.advance(Duration.ofDays(2));
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        LookupOptions hasty = LookupOptions.defaults().timeout(Duration.ofMillis(20));

        assertThat(client.lookUp(INCEPTION, hasty).source()).isEqualTo(Source.STALE);
        assertThat(failure(client, hasty.noStale()).reason()).isEqualTo(Reason.TIMEOUT);
    }

    private static OmdbException failure(OmdbClient client, LookupOptions options) {
        return catchThrowableOfType(OmdbException.class, () -> client.lookUp(INCEPTION, options));
    }

    private OmdbClient client() {
        return client(false);
    }

    private OmdbClient client(boolean withStore) {
        return omdb.client(builder -> withStore ? builder.clock(clock).store(store) : builder.clock(clock));
    }
}

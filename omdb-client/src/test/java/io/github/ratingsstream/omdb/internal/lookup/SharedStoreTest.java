package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.FakeStore;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.monitor.CacheStatistics;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client does with a store, and without one that fails. */
@Timeout(600)
class SharedStoreTest {

    /** A thread of the store's that stands still for a while is no store that is down. */
    private static final Duration PATIENT = Duration.ofMinutes(5);

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final MovableClock clock = new MovableClock();
    private final FakeStore store = new FakeStore();

    @Test
    void answersOutliveTheClient() {
        OmdbClient first = client();
        OmdbAnswer<OmdbTitle> found = first.byTitle("Inception");
        first.byTitle("Nope");
        first.close();
        OmdbClient second = client();

        OmdbAnswer<OmdbTitle> again = second.byTitle("inception");

        assertThat(again.source()).isEqualTo(Source.CACHE);
        assertThat(again.calls()).isZero();
        assertThat(again.value()).isEqualTo(found.value());
        assertThat(again.json()).isEqualTo(found.json());
        assertThat(again.receivedAt()).isEqualTo(found.receivedAt());
        assertThat(second.byTitle("Nope").miss()).hasValue("Movie not found!");
        assertThat(omdb.simulator().requests()).hasSize(2);
        assertThat(store.isClosed()).as("it is the caller's").isFalse();
        assertThat(second.cacheStatistics()).isEqualTo(new CacheStatistics(0, 2, 2, 0, 2));
        int asked = store.asked();
        second.byTitle("Inception");
        assertThat(store.asked()).as("now it is in memory").isEqualTo(asked);
    }

    @Test
    void noMoreIsPaidForThanHasCallsInFlightBeforeTheStoreHasIt() {
        int concurrency = 2;
        AtomicInteger most = new AtomicInteger();
        store.whenKeeping(() -> {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            most.accumulateAndGet(
                    omdb.simulator().requests().size() - store.answers().size(), Math::max);
        });
        OmdbClient client = client(builder -> builder.maxConcurrency(concurrency));

        IntStream.range(0, 30)
                .mapToObj(i -> client.async().byTitle("Title " + i))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(most).hasValueBetween(1, concurrency);
        client.close();
        assertThat(store.answers()).hasSize(30);
    }

    @Test
    void expiredAnswerInTheStoreIsAskedForAgainOrGivenAsStale() {
        OmdbClient first = client();
        first.byTitle("Inception");
        first.close();
        clock.advance(Duration.ofDays(2));
        OmdbClient second = client();
        omdb.simulator().failNext(Fault.page(503), Fault.page(503), Fault.page(503));

        assertThat(second.byTitle("Inception").source()).isEqualTo(Source.STALE);
        assertThat(second.byTitle("Inception").source()).isEqualTo(Source.API);
        assertThat(omdb.simulator().requests()).hasSize(5);
    }

    @Test
    void expiredAnswersOfTheStoreAreGivenWhateverTheCacheHolds() {
        OmdbClient first = client();
        IntStream.range(0, 10).forEach(i -> first.byTitle("Title " + i));
        first.close();
        clock.advance(Duration.ofDays(2));
        omdb.simulator().failWhen(request -> Optional.of(Fault.page(503)));
        OmdbClient second = client(builder -> builder.cacheSize(0).retries(0));

        assertThat(IntStream.range(0, 10)
                        .mapToObj(i -> second.async().byTitle("Title " + i))
                        .toList())
                .allSatisfy(lookup -> assertThat(lookup.join().source()).isEqualTo(Source.STALE));
    }

    @Test
    void cancelledLookupsLeaveTheLine() {
        CountDownLatch slow = new CountDownLatch(1);
        store.hang(slow);
        OmdbClient client = client();
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> given = IntStream.range(0, 1_000)
                .mapToObj(i -> client.async().byTitle("Title " + i))
                .toList();
        given.forEach(lookup -> lookup.cancel(true));
        slow.countDown();

        assertThat(client.byTitle("Inception").value()).isPresent();

        assertThat(store.asked()).isLessThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "<html>", "{\"Error\":\"Movie not found!\"}", "{\"Error\":\"Invalid API key!\"}"
            })
    void answerThatCannotBeReadIsNotThere(String json) {
        store.answers().put("t=inception", StoredAnswer.found(json, Instant.parse("2026-11-23T10:00:00Z")));

        OmdbClient client = client();

        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.API);
        client.close();
        assertThat(store.answers().get("t=inception").json().orElseThrow()).startsWith("{\"Title\"");
    }

    @Test
    void twoClientsDoNotBothPayForATitle() {
        List<OmdbClient> clients = List.of(client(), client());
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups = IntStream.range(0, 50)
                .boxed()
                .flatMap(i -> clients.stream().map(client -> client.async().byTitle("Title " + i)))
                .toList();

        assertThat(lookups.stream().mapToInt(lookup -> lookup.join().calls()).sum())
                .isEqualTo(50);
        assertThat(omdb.simulator().requests()).hasSize(50);
    }

    @Test
    void leaseGoesToTheNextWhenItsOwnerFails() {
        omdb.simulator().failNext(Fault.page(403));
        List<OmdbClient> clients = List.of(client(), client());
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups = clients.stream()
                .map(client -> client.async().byTitle("Inception"))
                .toList();

        assertThat(lookups.stream().filter(SharedStoreTest::isFound)).hasSize(1);
        assertThat(omdb.simulator().requests()).hasSize(2);
    }

    @Test
    void cancelledLookupGivesItsLeaseBack() {
        omdb.simulator().failNext(Fault.hang());
        CompletableFuture<OmdbAnswer<OmdbTitle>> hanging = client().async().byTitle("Inception");
        Until.holds(() -> omdb.simulator().underWay() == 1);
        hanging.cancel(true);

        assertThat(client().byTitle("Inception").calls()).isEqualTo(1);
    }

    @Test
    void clientsOfOneStoreShareTheLimit() {
        List<OmdbClient> clients = List.of(limited(10), limited(10));
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups = IntStream.range(0, 40)
                .mapToObj(i -> clients.get(i % 2).async().byTitle("Title " + i))
                .toList();

        assertThat(lookups.stream()
                        .filter(lookup ->
                                !lookup.handle((answer, error) -> error != null).join()))
                .hasSize(10);
        assertThat(omdb.simulator().requests()).hasSize(10);
        assertThat(clients.get(0).budget().used()).isEqualTo(10);
        assertThat(clients.get(1).budget().left()).hasValue(0);
    }

    @Test
    void storeIsCalledOnThreadsOfItsOwn() {
        omdb.simulator().failNext(Fault.error(401, "Request limit reached!"));
        OmdbClient client = client();
        failure(client, "Dune");
        clock.advance(Duration.ofMinutes(15));
        client.byTitle("Inception");
        client.budget();
        client.close();

        assertThat(store.threads()).isNotEmpty().containsOnly("omdb-store");
    }

    private OmdbClient client() {
        return client(UnaryOperator.identity());
    }

    private OmdbClient limited(long limit) {
        return client(builder -> builder.dailyLimit(limit));
    }

    private OmdbClient client(UnaryOperator<OmdbClientBuilder> more) {
        return omdb.client(
                builder -> more.apply(builder.clock(clock).store(store).timeout(PATIENT)));
    }

    private static OmdbException failure(OmdbClient client, String title) {
        return catchThrowableOfType(OmdbException.class, () -> client.byTitle(title));
    }

    private static boolean isFound(CompletableFuture<OmdbAnswer<OmdbTitle>> lookup) {
        return lookup.handle((answer, error) -> error == null).join();
    }
}

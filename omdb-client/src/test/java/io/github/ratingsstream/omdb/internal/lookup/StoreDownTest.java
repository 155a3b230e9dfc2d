package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.FakeStore;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Warnings;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A store that fails or hangs is gone without. */
@Timeout(600)
class StoreDownTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final MovableClock clock = new MovableClock();
    private final FakeStore store = new FakeStore();

    @Test
    void withoutALimitLookupsGoOnWithoutTheStore() {
        store.down(true);
        OmdbClient client = client();

        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.CACHE);
    }

    @Test
    void withALimitNoCallIsMadeWithoutTheStore() {
        OmdbClient client = limited(100);
        client.byTitle("Inception");
        store.down(true);

        OmdbException error = failure(client, "Dune");

        assertThat(error.reason()).isEqualTo(Reason.STORE_DOWN);
        assertThat(error.retryable()).isTrue();
        assertThat(error.calls()).isZero();
        assertThat(omdb.simulator().requests()).hasSize(1);
        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.CACHE);
        clock.advance(Duration.ofHours(13));
        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.CACHE);
        clock.advance(Duration.ofHours(13));
        assertThat(client.byTitle("Inception").source()).isEqualTo(Source.STALE);
    }

    @Test
    void deadStoreIsAskedAgainEveryFiveSecondsAndComesBack() {
        store.down(true);
        OmdbClient client = client();
        IntStream.range(0, 50).forEach(i -> client.byTitle("Title " + i));
        assertThat(store.asked()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(5));
        client.byTitle("Title 50");
        assertThat(store.asked()).isEqualTo(2);

        store.down(false);
        clock.advance(Duration.ofSeconds(5));
        client.byTitle("Title 51");
        client.close();

        assertThat(store.answers()).containsOnlyKeys("t=title 51");
    }

    @Test
    void storeThatNeverBlocksIsCalledInPlaceAndKeepsAnswers() {
        store.neverBlocks();
        client().byTitle("Inception");

        assertThat(client().byTitle("Inception").source()).isEqualTo(Source.CACHE);
        assertThat(store.answers()).containsOnlyKeys("t=inception");
        assertThat(store.threads()).isNotEmpty().noneMatch(thread -> thread.startsWith("omdb-store"));
    }

    @Test
    void storeThatNeverBlocksIsLeftAloneWhileItFails() {
        store.neverBlocks();
        store.down(true);
        OmdbClient client = client();

        IntStream.range(0, 20).forEach(i -> client.byTitle("Title " + i));

        assertThat(store.asked()).isEqualTo(1);
        assertThat(failure(limited(100), "Dune").reason()).isEqualTo(Reason.STORE_DOWN);
    }

    @Test
    void hangingStoreIsADeadStore() {
        CountDownLatch latch = new CountDownLatch(1);
        store.hang(latch);
        OmdbClient client = client();

        IntStream.range(0, 20)
                .mapToObj(i -> client.async().byTitle("Title " + i))
                .toList()
                .forEach(lookup -> assertThat(lookup.join().calls()).isEqualTo(1));

        assertThat(latch.getCount()).as("it hangs still").isOne();
        latch.countDown();
    }

    @Test
    void budgetIsWhatWasReadLastWhileTheStoreHangs() {
        OmdbClient client = client();
        client.byTitle("Inception");
        assertThat(client.budget().used()).isEqualTo(1);
        CountDownLatch latch = new CountDownLatch(1);
        store.hang(latch);

        assertThat(client.budget().used()).isEqualTo(1);

        assertThat(latch.getCount()).as("it hangs still").isOne();
        latch.countDown();
    }

    @Test
    void renewalThatComesLateTakesNoLeaseAnew() throws Exception {
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        CountDownLatch renewing = new CountDownLatch(2);
        CountDownLatch released = new CountDownLatch(1);
        store.whenReleased(released::countDown);
        store.whenLeasing(() -> {
            renewing.countDown();
            if (renewing.getCount() == 0) {
                awaitAMoment(released);
            }
        });
        OmdbClient client = omdb.client(builder -> builder.store(store).timeout(Duration.ofSeconds(9)));
        CompletableFuture<OmdbAnswer<OmdbTitle>> lookup = client.async().byTitle("Dune");
        assertThat(renewing.await(5, TimeUnit.MINUTES)).isTrue();

        lookup.cancel(true);
        client.close();

        assertThat(released.getCount()).isZero();
        store.whenLeasing(() -> {});
        assertThat(store.lease(TitleRequest.byTitle("Dune").key().text(), "another", Duration.ofSeconds(9)))
                .isTrue();
    }

    @Test
    void leaseThatComesWhenNobodyWaitsForItIsGivenBack() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        store.whenReleased(released::countDown);
        store.whenLeasing(() -> awaitOpen(slow));
        OmdbClient client = client();

        assertThat(client.byTitle("Dune").calls()).as("without the store").isEqualTo(1);
        store.whenLeasing(() -> {});
        slow.countDown();

        assertThat(released.await(5, TimeUnit.MINUTES)).isTrue();
        assertThat(store.lease(TitleRequest.byTitle("Dune").key().text(), "another", Duration.ofSeconds(9)))
                .isTrue();
    }

    private static void awaitOpen(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitAMoment(CountDownLatch event) {
        try {
            event.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void warnsOnceEachWay() {
        List<String> warnings = Warnings.during(() -> {
            OmdbClient client = client();
            store.down(true);
            IntStream.range(0, 20).forEach(i -> client.byTitle("Title " + i));
            store.down(false);
            clock.advance(Duration.ofSeconds(5));
            IntStream.range(20, 40).forEach(i -> client.byTitle("Title " + i));
        });

        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0))
                .contains("io.github.ratingsstream.omdb.internal.storage.StoreCalls - "
                        + "The store can't be used: the database is away.");
        assertThat(warnings.get(1)).contains("The store can be used again.");
    }

    private OmdbClient client() {
        return client(UnaryOperator.identity());
    }

    private OmdbClient limited(long limit) {
        return client(builder -> builder.dailyLimit(limit));
    }

    private OmdbClient client(UnaryOperator<OmdbClientBuilder> more) {
        return omdb.client(builder -> more.apply(builder.clock(clock).store(store)));
    }

    private static OmdbException failure(OmdbClient client, String title) {
        return catchThrowableOfType(OmdbException.class, () -> client.byTitle(title));
    }
}

package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.kit.FakeStore;
import io.github.ratingsstream.omdb.kit.ManualTransport;
import io.github.ratingsstream.omdb.kit.PlainStore;
import io.github.ratingsstream.omdb.kit.Titles;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.request.LookupOptions;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is forgotten, and what happens to an answer that is on its way then. */
@Timeout(120)
class InvalidateTest {

    private static final TitleRequest INCEPTION = TitleRequest.byTitle("Inception");
    private static final LookupOptions CACHE_ONLY = LookupOptions.defaults().cacheOnly();

    private final ManualTransport transport = new ManualTransport();
    private final FakeStore store = new FakeStore();
    private OmdbClient client;

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nextLookupAsksOmdb(boolean withStore) {
        open(withStore);
        transport.answerAtOnce(inception("2010"));
        client.lookUp(INCEPTION);

        client.invalidate(TitleRequest.byTitle(" inception"));
        assertThat(client.lookUp(INCEPTION).source()).isEqualTo(Source.API);

        client.async().invalidate(INCEPTION).join();
        assertThat(catchThrowableOfType(OmdbException.class, () -> client.lookUp(INCEPTION, CACHE_ONLY))
                        .reason())
                .isEqualTo(Reason.NOT_CACHED);
        assertThat(store.answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answerThatWasAskedForBeforeIsKeptNowhere(boolean withStore) {
        open(withStore);
        CompletableFuture<OmdbAnswer<OmdbTitle>> before = client.async().lookUp(INCEPTION);
        transport.untilSent();

        client.invalidate(INCEPTION);
        CompletableFuture<OmdbAnswer<OmdbTitle>> after = client.async().lookUp(INCEPTION);
        Until.holds(() -> transport.sent().size() == 2);
        transport.sent().remove().complete(inception("1999"));
        assertThat(year(before.join())).isEqualTo("1999");
        assertThat(after).isNotDone();
        transport.sent().remove().complete(inception("2010"));

        assertThat(year(after.join())).isEqualTo("2010");
        assertThat(year(client.lookUp(INCEPTION, CACHE_ONLY))).isEqualTo("2010");
        assertThat(store.answers().values())
                .hasSize(withStore ? 1 : 0)
                .allSatisfy(kept -> assertThat(kept.json())
                        .hasValueSatisfying(json -> assertThat(json).contains("\"2010\"")));
    }

    @Test
    void answerThatComesAfterTheNextOneDoesNotReplaceIt() {
        open(true);
        CompletableFuture<OmdbAnswer<OmdbTitle>> before = client.async().lookUp(INCEPTION);
        transport.untilSent();
        CompletableFuture<RawAnswer> late = transport.sent().remove();

        client.invalidate(INCEPTION);
        transport.answerAtOnce(inception("2010"));
        client.lookUp(INCEPTION);
        late.complete(inception("1999"));

        assertThat(year(before.join())).isEqualTo("1999");
        assertThat(year(client.lookUp(INCEPTION))).isEqualTo("2010");
    }

    @Test
    void answerOnItsWayIntoTheStoreIsDeletedThere() throws InterruptedException {
        open(true);
        CountDownLatch keeping = new CountDownLatch(1);
        CountDownLatch kept = new CountDownLatch(1);
        store.whenKeeping(() -> {
            keeping.countDown();
            await(kept);
        });
        transport.answerAtOnce(inception("2010"));
        CompletableFuture<OmdbAnswer<OmdbTitle>> before = client.async().lookUp(INCEPTION);
        assertThat(keeping.await(1, TimeUnit.MINUTES)).isTrue();

        CompletableFuture<Void> forgotten = client.async().invalidate(INCEPTION);
        assertThat(forgotten).isNotDone();
        kept.countDown();
        forgotten.join();

        assertThat(store.answers()).isEmpty();
        assertThat(before.join().source()).isEqualTo(Source.API);
    }

    @Test
    void lookupThatNobodyJoinsAnyMoreStillHasItsDeadline() {
        client = client(builder -> builder.timeout(Duration.ofMillis(300)));
        CompletableFuture<OmdbAnswer<OmdbTitle>> before = client.async().lookUp(INCEPTION);
        transport.untilSent();
        client.invalidate(INCEPTION);

        OmdbException failure =
                (OmdbException) before.handle((answer, error) -> error).join();

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void storeThatIsDownMayStillHaveTheAnswer() {
        open(true);
        transport.answerAtOnce(inception("2010"));
        client.lookUp(INCEPTION);
        store.down(true);

        OmdbException failure = catchThrowableOfType(OmdbException.class, () -> client.invalidate(INCEPTION));

        assertThat(failure.reason()).isEqualTo(Reason.STORE_DOWN);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.retryAfter()).isPresent();
        assertThat(client.lookUp(INCEPTION).source()).isEqualTo(Source.API);
    }

    @Test
    void storeThatCannotDeleteIsStillUsed() {
        client = client(builder -> builder.store(new PlainStore(store)));
        transport.answerAtOnce(inception("2010"));
        client.lookUp(INCEPTION);

        OmdbException failure = catchThrowableOfType(OmdbException.class, () -> client.invalidate(INCEPTION));

        assertThat(failure).hasMessage("the store can't delete answers; ask with refresh()");
        assertThat(failure.retryable()).isFalse();
        assertThat(client.lookUp(INCEPTION).source()).isEqualTo(Source.CACHE);
        assertThat(client.cacheStatistics().storeHits()).isEqualTo(1);
    }

    @Test
    void closedClientForgetsNothing() {
        open(true);
        transport.answerAtOnce(inception("2010"));
        client.lookUp(INCEPTION);
        client.close();

        assertThat(catchThrowableOfType(OmdbException.class, () -> client.invalidate(INCEPTION))
                        .reason())
                .isEqualTo(Reason.STOPPING);
        assertThat(store.answers()).hasSize(1);
    }

    private void open(boolean withStore) {
        client = client(builder -> builder.store(withStore ? store : OmdbStore.inMemory()));
    }

    private OmdbClient client(UnaryOperator<OmdbClientBuilder> settings) {
        OmdbClientBuilder builder = settings.apply(OmdbClient.builder().apiKey("any"));
        return new OmdbClient(builder.config(), transport);
    }

    private static RawAnswer inception(String year) {
        return new RawAnswer(200, Titles.INCEPTION.replace("2010", year));
    }

    private static String year(OmdbAnswer<OmdbTitle> answer) {
        return answer.value().orElseThrow().fields().get("Year");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

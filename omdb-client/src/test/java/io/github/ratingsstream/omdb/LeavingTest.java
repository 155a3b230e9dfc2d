package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.kit.FakeStore;
import io.github.ratingsstream.omdb.kit.ManualTransport;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers who leave before the answer comes: what is still sent for them, and who reports the calls. */
@Timeout(120)
class LeavingTest {

    private static final RawAnswer ALIEN = new RawAnswer(200, "{\"Title\":\"Alien\",\"Response\":\"True\"}");

    private final ManualTransport transport = new ManualTransport();
    private final MovableClock clock = new MovableClock();
    private final FakeStore store = new FakeStore();
    private OmdbClient client;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void nothingIsSentForACallerWhoLeftDuringTheClaim() {
        client = client(builder -> builder.maxConcurrency(1).store(store));
        CompletableFuture<CompletableFuture<?>> asked = new CompletableFuture<>();
        store.whenLeasing(() -> asked.join().cancel(true));
        transport.answerAtOnce(ALIEN);

        asked.complete(client.async().byTitle("Dune"));
        client.byTitle("Alien");

        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void callIsReportedOnceByCallersWhoAreGivenAStaleAnswerAtTheirDeadlines() {
        String key = TitleRequest.byTitle("Alien").key().text();
        store.answers()
                .put(key, StoredAnswer.found(ALIEN.body(), clock.instant().minus(Duration.ofDays(2))));
        store.neverBlocks();
        client = client(builder -> builder.store(store).timeout(Duration.ofSeconds(1)));

        List<OmdbAnswer<OmdbTitle>> answers =
                List.of(client.async().byTitle("Alien"), client.async().byTitle("Alien")).stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(OmdbAnswer::source).containsOnly(Source.STALE);
        assertThat(answers.stream().mapToInt(OmdbAnswer::calls).sum())
                .isEqualTo(transport.sent().size());
    }

    private OmdbClient client(UnaryOperator<OmdbClientBuilder> more) {
        OmdbClientBuilder builder =
                OmdbClient.builder().apiKey("any").retries(0).clock(clock);
        return new OmdbClient(more.apply(builder).config(), transport);
    }
}

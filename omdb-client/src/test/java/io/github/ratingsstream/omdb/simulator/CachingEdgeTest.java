package io.github.ratingsstream.omdb.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.Titles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The edge in front of OMDb, which gives old answers again. */
class CachingEdgeTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String INCEPTION = "?apikey=any&t=Inception";

    private final HttpClient http = HttpClient.newHttpClient();
    private final MovableClock clock = new MovableClock();
    private final OmdbSimulator simulator = OmdbSimulator.builder()
            .titles(Titles.SOME)
            .clock(clock)
            .cachingEdge(DAY)
            .start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void answerComesAgainForTheSameUrlWithItsAge() throws Exception {
        assertThat(get(INCEPTION)).isEqualTo("200 MISS no age Inception");
        clock.advance(Duration.ofSeconds(1486));

        assertThat(get(INCEPTION)).isEqualTo("200 HIT 1486 Inception");
        assertThat(simulator.queries()).containsExactly("t=Inception");
        assertThat(simulator.requestCount()).isEqualTo(1);
        assertThat(simulator.edgeHits()).isEqualTo(1);
    }

    @Test
    void otherOrderOtherKeyOrOneMoreParameterIsAnotherUrl() throws Exception {
        get(INCEPTION);

        assertThat(get("?t=Inception&apikey=any")).startsWith("200 MISS");
        assertThat(get("?apikey=other&t=Inception")).startsWith("200 MISS");
        assertThat(get(INCEPTION + "&r=json")).startsWith("200 MISS");
        assertThat(simulator.edgeHits()).isZero();
    }

    @Test
    void oldRefusalsComeAgainAlthoughOmdbWouldAnswer() throws Exception {
        simulator.setCallsLeft(0);
        assertThat(get(INCEPTION)).isEqualTo("401 MISS no age Request limit reached!");
        simulator.setCallsLeft(1_000);
        assertThat(get(INCEPTION)).isEqualTo("401 HIT 0 Request limit reached!");

        String other = "?apikey=any&t=Dune";
        simulator.failAll(Fault.error(401, "Invalid API key!"));
        assertThat(get(other)).isEqualTo("401 MISS no age Invalid API key!");
        simulator.failNone();
        assertThat(get(other)).isEqualTo("401 HIT 0 Invalid API key!");
    }

    @Test
    void whatIsOlderThanItsTimeIsAskedForAnew() throws Exception {
        get(INCEPTION);
        clock.advance(DAY.minusSeconds(1));
        assertThat(get(INCEPTION)).startsWith("200 HIT 86399");
        clock.advance(Duration.ofSeconds(1));

        assertThat(get(INCEPTION)).startsWith("200 MISS");
        assertThat(get(INCEPTION)).startsWith("200 HIT 0");
    }

    @Test
    void pagesAndPassingFaultsAreNotKept() throws Exception {
        simulator.failNext(Fault.page(403), Fault.page(200), Fault.body(503, "{}"), Fault.body(429, "{}"));
        for (int i = 0; i < 4; i++) {
            assertThat(get(INCEPTION)).contains(" MISS ");
        }

        assertThat(get(INCEPTION)).isEqualTo("200 MISS no age Inception");
        assertThat(simulator.requestCount()).isEqualTo(5);
    }

    @Test
    void faultIsKeptForTheNextRequestThatReachesOmdb() throws Exception {
        get(INCEPTION);
        simulator.failNext(Fault.page(503));

        assertThat(get(INCEPTION)).startsWith("200 HIT");
        assertThat(get("?apikey=any&t=Dune")).startsWith("503 MISS");
    }

    @Test
    void withoutAnEdgeEveryRequestReachesOmdb() throws Exception {
        try (OmdbSimulator plain = OmdbSimulator.builder().titles(Titles.SOME).start()) {
            assertThat(get(plain, INCEPTION)).startsWith("200 MISS");
            assertThat(get(plain, INCEPTION)).startsWith("200 MISS");
            assertThat(plain.edgeHits()).isZero();
        }
    }

    @Test
    void timeOfNothingIsRefused() {
        assertThatThrownBy(() -> OmdbSimulator.builder().cachingEdge(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cachingEdge must be longer than zero: PT0S");
    }

    @Test
    void everyRequestMeetsTheSameFaultUntilThatIsOver() throws Exception {
        simulator.failAll(Fault.retryAfter(429, Duration.ofSeconds(60)));
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = send(simulator, INCEPTION);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        }

        simulator.failAll(Fault.page(403));
        assertThat(send(simulator, INCEPTION).body()).contains("<html");
        simulator.failNone();
        assertThat(get(INCEPTION)).startsWith("200 MISS");
    }

    private String get(String query) throws Exception {
        return get(simulator, query);
    }

    /** Status, what the edge says, and the title or the error. */
    private String get(OmdbSimulator from, String query) throws Exception {
        HttpResponse<String> answer = send(from, query);
        return answer.statusCode() + " "
                + answer.headers().firstValue("CF-Cache-Status").orElse("nothing of a cache") + " "
                + answer.headers().firstValue("Age").orElse("no age") + " "
                + answer.body().replaceAll(".*\"(?:Title|Error)\":\"([^\"]*)\".*", "$1");
    }

    private HttpResponse<String> send(OmdbSimulator to, String query) throws IOException, InterruptedException {
        URI uri = URI.create(to.url() + query);
        return http.send(
                HttpRequest.newBuilder(uri).header("User-Agent", "test").build(), HttpResponse.BodyHandlers.ofString());
    }
}

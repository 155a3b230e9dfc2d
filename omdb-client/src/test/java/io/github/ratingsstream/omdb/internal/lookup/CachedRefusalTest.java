package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edge in front of OMDb gives old refusals again; they say nothing of now. */
@Timeout(600)
class CachedRefusalTest {

    private static final String INVALID = "{\"Response\":\"False\",\"Error\":\"Invalid API key!\"}";
    private static final String SPENT = "{\"Response\":\"False\",\"Error\":\"Request limit reached!\"}";
    private static final String FOUND = "{\"Title\":\"Alien\",\"imdbRating\":\"8.5\",\"Response\":\"True\"}";

    private final Queue<String> queries = new ConcurrentLinkedQueue<>();
    private volatile String kept = INVALID;
    private volatile String now = FOUND;
    private HttpServer edge;

    @BeforeEach
    void start() throws IOException {
        edge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        edge.createContext("/", this::answer);
        edge.start();
    }

    @AfterEach
    void stop() {
        edge.stop(0);
    }

    /** It knows every URL but those with a parameter it has not seen. */
    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        queries.add(query);
        boolean hit = !query.contains("&_=");
        String body = hit ? kept : now;
        exchange.getResponseHeaders().set("CF-Cache-Status", hit ? "HIT" : "MISS");
        if (hit) {
            exchange.getResponseHeaders().set("Age", "1486");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.contains("Error") ? 401 : 200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {INVALID, SPENT})
    void refusalFromACacheIsAskedOnceMore(String refusal) {
        kept = refusal;
        try (OmdbClient client = client(builder -> builder)) {
            for (int i = 0; i < 30; i++) {
                assertThat(client.byTitle("Title " + i).calls()).isEqualTo(2);
            }
            assertThat(client.budget().used()).isEqualTo(60);
            assertThat(client.budget().spentSince()).isEmpty();
        }
        assertThat(queries).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheSecondAnswerIsBelieved() {
        now = SPENT;
        try (OmdbClient client = client(builder -> builder)) {
            OmdbException refused = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Alien"));

            assertThat(refused.reason()).isEqualTo(Reason.DAILY_LIMIT);
            assertThat(refused.calls()).isEqualTo(2);
            assertThat(client.budget().spentSince()).isPresent();
        }
    }

    @Test
    void secondCallKeepsTheCallersLimit() {
        try (OmdbClient client = client(builder -> builder.dailyLimit(1))) {
            OmdbException refused = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Alien"));

            assertThat(refused).hasMessageContaining("the daily limit of 1 calls is reached");
            assertThat(queries).hasSize(1);
        }
    }

    @Test
    void otherAnswersOfACacheAreGoodEnough() {
        kept = FOUND;
        try (OmdbClient client = client(builder -> builder)) {
            assertThat(client.byTitle("Alien").calls()).isEqualTo(1);
        }
    }

    private OmdbClient client(UnaryOperator<OmdbClientBuilder> settings) {
        return settings.apply(OmdbClient.builder()
                        .apiKey("any")
                        .baseUrl(URI.create(
                                "http://127.0.0.1:" + edge.getAddress().getPort() + "/")))
                .build();
    }
}

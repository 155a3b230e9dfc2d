package io.github.ratingsstream.omdb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.kit.ClosedPort;
import io.github.ratingsstream.omdb.kit.SelfSigned;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.TinyProxy;
import io.github.ratingsstream.omdb.simulator.TlsServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM's proxy settings are honoured, and a proxy's refusal is not taken for OMDb's. */
@Timeout(600)
class ProxyTest {

    private static final String KEY = SimulatorExtension.KEY;

    private static SelfSigned certificate;

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final Properties settings = new Properties();
    private TinyProxy proxy;
    private TlsServer tls;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        certificate = SelfSigned.in(folder);
    }

    @BeforeEach
    void start() throws Exception {
        settings.putAll(System.getProperties());
        proxy = new TinyProxy();
        tls = new TlsServer(certificate.server(), true);
        goThrough("127.0.0.1", proxy.port());
        // The JVM's default leaves out the loopback addresses.
        System.setProperty("http.nonProxyHosts", "");
    }

    @AfterEach
    void stop() {
        System.setProperties(settings);
        proxy.close();
        tls.close();
    }

    @Test
    void httpIsForwarded() {
        assertThat(omdb.client().byTitle("Inception").value()).isPresent();

        assertThat(proxy.heads())
                .singleElement()
                .asString()
                .startsWith("GET " + omdb.simulator().url());
    }

    @Test
    void httpsGoesThroughOneTunnelThatIsKept() throws Exception {
        OmdbClient client = https(builder -> builder.maxConcurrency(1).cacheSize(0));
        for (int i = 0; i < 20; i++) {
            assertThat(client.byTitle("Alien").value()).isPresent();
        }

        assertThat(proxy.heads())
                .hasSizeBetween(1, 2)
                .allSatisfy(head -> assertThat(head)
                        .startsWith("CONNECT localhost:" + tls.url().getPort())
                        .doesNotContain(KEY));
        assertThat(tls.protocols()).hasSize(20).containsOnly("HTTP/2.0");
    }

    @Test
    void hostsLeftOutAreReachedWithoutIt() throws Exception {
        System.setProperty("http.nonProxyHosts", "127.0.0.1|localhost");

        assertThat(omdb.client().byTitle("Inception").value()).isPresent();
        assertThat(https(UnaryOperator.identity()).byTitle("Alien").value()).isPresent();

        assertThat(proxy.heads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"Error\":\"Invalid API key!\",\"Response\":\"False\"}",
                "{\"Title\":\"Forged\",\"imdbRating\":\"1.0\",\"Response\":\"True\"}"
            })
    void refusedTunnelIsNotOmdbsWordWhateverTheProxySends(String body) throws Exception {
        proxy.refuse(403, body);

        OmdbException error = failure(https(UnaryOperator.identity()));

        assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(error.retryable()).isFalse();
        assertThat(error)
                .hasMessage("the proxy 127.0.0.1:" + proxy.port() + " does not connect to localhost: it answers 403");
        assertThat(proxy.heads()).hasSize(1);
    }

    @Test
    void proxyThatCannotReachOmdbIsAskedAgain() throws Exception {
        proxy.refuse(502, "");

        OmdbException error = failure(https(UnaryOperator.identity()));

        assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(error.retryable()).isTrue();
        assertThat(error.calls()).isEqualTo(3);
    }

    @Test
    void proxyThatWantsALoginForATunnelIsNamed() throws Exception {
        proxy.refuseWhen(head -> Optional.of(loginWanted()));

        OmdbException error = failure(https(UnaryOperator.identity()));

        assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(error.retryable()).isFalse();
        assertThat(error)
                .hasMessage("the proxy 127.0.0.1:" + proxy.port()
                        + " wants a login (407); set https.proxyUser and its proxyPassword");
    }

    @Test
    void proxyThatWantsALoginForAPlainRequestIsNamed() {
        proxy.refuseWhen(head -> Optional.of(loginWanted()));

        OmdbException error = failure(omdb.client());

        assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(error).hasMessageContaining("wants a login (407); set http.proxyUser");
        assertThat(error.calls()).isEqualTo(1);
    }

    @Test
    void loginOfTheJvmsSettingsIsGiven() throws Exception {
        String basic = Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.US_ASCII));
        proxy.refuseWhen(head ->
                head.contains("Proxy-Authorization: Basic " + basic) ? Optional.empty() : Optional.of(loginWanted()));
        System.setProperty("https.proxyUser", "me");
        System.setProperty("https.proxyPassword", "secret");

        assertThat(https(UnaryOperator.identity()).byTitle("Alien").value()).isPresent();
    }

    @Test
    void deadProxyIsNamed() throws Exception {
        try (ClosedPort nobody = new ClosedPort()) {
            goThrough("127.0.0.1", nobody.number());

            for (OmdbClient client : new OmdbClient[] {omdb.client(), https(UnaryOperator.identity())}) {
                OmdbException error = failure(client);
                assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
                assertThat(error.retryable()).isTrue();
                assertThat(error)
                        .hasMessageContaining("through the proxy 127.0.0.1:" + nobody.number())
                        .hasMessageContaining("refused");
            }
        }
    }

    @Test
    void unknownProxyIsNamed() {
        goThrough("proxy.invalid", 3128);

        assertThat(failure(omdb.client()))
                .hasMessage("the proxy proxy.invalid:3128 is not known; check http.proxyHost");
    }

    @Test
    void proxyThatSaysNothingEndsInTime() throws Exception {
        proxy.refuseWhen(head -> Optional.of(""));

        OmdbException error = failure(https(builder -> builder.retries(0).attemptTimeout(Duration.ofMillis(500))));

        assertThat(error.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(error).hasMessageContaining("through the proxy 127.0.0.1:" + proxy.port());
    }

    private static String loginWanted() {
        return TinyProxy.answer(407, "Proxy-Authenticate: Basic realm=\"here\"\r\n", "");
    }

    private static void goThrough(String host, int port) {
        for (String scheme : new String[] {"http", "https"}) {
            System.setProperty(scheme + ".proxyHost", host);
            System.setProperty(scheme + ".proxyPort", String.valueOf(port));
        }
    }

    private OmdbClient https(UnaryOperator<OmdbClientBuilder> more) throws Exception {
        OmdbClientBuilder trusting = OmdbClient.builder().sslContext(certificate.client());
        return omdb.client(builder -> more.apply(
                trusting.apiKey(KEY).baseUrl(tls.url()).backOff(Duration.ofMillis(1), Duration.ofMillis(4))));
    }

    private static OmdbException failure(OmdbClient client) {
        OmdbException error = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Inception"));
        assertThat(error.toString()).doesNotContain(KEY).doesNotContain("apikey=");
        return error;
    }
}

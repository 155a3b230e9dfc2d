package io.github.ratingsstream.omdb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.SelfSigned;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.TlsServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTPS, with HTTP/2 where the server speaks it and HTTP/1.1 where it does not. */
@Timeout(600)
class TlsTest {

    private static SelfSigned certificate;

    private final List<AutoCloseable> toClose = new ArrayList<>();

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        certificate = SelfSigned.in(folder);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : toClose) {
            each.close();
        }
    }

    enum Speaks {
        HTTP_2("HTTP/2.0"),
        HTTP_1("HTTP/1.1");

        private final String protocol;

        Speaks(String protocol) {
            this.protocol = protocol;
        }
    }

    @ParameterizedTest
    @EnumSource
    void newestProtocolTheServerSpeaksIsSpoken(Speaks server) throws Exception {
        TlsServer tls = server(server);

        assertThat(client(tls).byTitle("Alien").value()).isPresent();

        assertThat(tls.protocols()).containsExactly(server.protocol);
    }

    @ParameterizedTest
    @EnumSource
    void requestsNameProductAndVersion(Speaks server) throws Exception {
        TlsServer tls = server(server);

        client(tls).byTitle("Alien");

        assertThat(tls.requests())
                .allSatisfy(request -> assertThat(
                                request.getFirstHeader("User-Agent").getValue())
                        .matches("omdb-client/\\d+\\.\\d+.*"));
    }

    @ParameterizedTest
    @EnumSource
    void connectionsAreKeptAlive(Speaks server) throws Exception {
        TlsServer tls = server(server);
        OmdbClient client = client(tls, builder -> builder.maxConcurrency(1));

        for (int i = 0; i < 100; i++) {
            client.byTitle("Alien");
        }

        assertThat(tls.connections()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void noMoreCallsAreInFlightThanAllowed(Speaks server) throws Exception {
        TlsServer tls = server(server);
        OmdbClient client = client(tls, builder -> builder.maxConcurrency(4));

        CompletableFuture.allOf(IntStream.range(0, 200)
                        .mapToObj(i -> client.async().byTitle("Alien " + i))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(tls.mostUnderWay()).isBetween(1, 4);
        assertThat(tls.requests()).hasSize(200);
        assertThat(tls.connections()).isLessThanOrEqualTo(8);
    }

    static Stream<Arguments> passing() {
        return Stream.of(Speaks.values())
                .flatMap(server -> Stream.of(
                        Arguments.of(server, Fault.page(503), Reason.UNAVAILABLE),
                        Arguments.of(server, Fault.reset(), Reason.UNAVAILABLE),
                        Arguments.of(server, Fault.cutOff(), Reason.UNAVAILABLE),
                        Arguments.of(server, Fault.hang(), Reason.TIMEOUT),
                        Arguments.of(server, Fault.drip(), Reason.TIMEOUT)));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void passingFaultsEndAsWithoutTls(Speaks server, Fault fault, Reason reason) throws Exception {
        TlsServer tls = server(server);
        tls.failNext(fault);
        OmdbClient client =
                client(tls, builder -> builder.retries(0).attemptTimeout(SimulatorExtension.patience(reason)));

        OmdbException error = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Alien"));

        assertThat(error).as("%s", error).extracting(OmdbException::reason).isEqualTo(reason);
        assertThat(error.retryable()).isTrue();
        assertThat(client.byTitle("Alien").calls()).isEqualTo(1);
        Until.holds(() -> tls.underWay() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void cancellingALookupCancelsItsCallAndNoOther(Speaks server) throws Exception {
        TlsServer tls = server(server);
        tls.failNext(Fault.hang(), Fault.hang());
        OmdbClient client = client(tls);
        CompletableFuture<OmdbAnswer<OmdbTitle>> cancelled = client.async().byTitle("Alien");
        CompletableFuture<OmdbAnswer<OmdbTitle>> other = client.async().byTitle("Aliens");
        Until.holds(() -> tls.underWay() == 2);

        cancelled.cancel(true);

        Until.holds(() -> tls.underWay() == 1);
        assertThat(other).isNotDone();
        assertThat(client.byTitle("Alien").calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void connectionTheServerTakesLeaveOfIsNotUsedAgain(Speaks server) throws Exception {
        TlsServer tls = server(server);
        OmdbClient client = client(tls, builder -> builder.maxConcurrency(1).cacheSize(0));
        for (int i = 0; i < 10; i++) {
            client.byTitle("Alien");
            tls.goAway();
        }

        assertThat(client.byTitle("Alien").value()).isPresent();
        assertThat(tls.requests()).hasSizeBetween(11, 22);
    }

    @Test
    void certificateNobodyTrustsEndsTheLookupAtOnce() throws Exception {
        TlsServer tls = server(Speaks.HTTP_2);
        OmdbClient client = closing(OmdbClient.builder()
                .apiKey(SimulatorExtension.KEY)
                .baseUrl(tls.url())
                .build());

        OmdbException error = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Alien"));

        assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(error.retryable()).isFalse();
        assertThat(error)
                .hasMessageStartingWith("no secure connection to localhost")
                .hasMessageContaining("javax.net.ssl.trustStore")
                .hasMessageNotContaining(SimulatorExtension.KEY);
        assertThat(tls.requests()).isEmpty();
    }

    private TlsServer server(Speaks server) throws Exception {
        return closing(new TlsServer(certificate.server(), server == Speaks.HTTP_2));
    }

    private OmdbClient client(TlsServer server) throws Exception {
        return client(server, UnaryOperator.identity());
    }

    private OmdbClient client(TlsServer server, UnaryOperator<OmdbClientBuilder> more) throws Exception {
        return closing(more.apply(OmdbClient.builder()
                        .apiKey(SimulatorExtension.KEY)
                        .baseUrl(server.url())
                        .backOff(Duration.ofMillis(1), Duration.ofMillis(4))
                        .sslContext(certificate.client()))
                .build());
    }

    private <T extends AutoCloseable> T closing(T resource) {
        toClose.add(0, resource);
        return resource;
    }
}

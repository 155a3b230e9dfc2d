package io.github.ratingsstream.omdb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.ClosedPort;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way OMDb fails has its reason, and only passing faults are asked again. */
public class FailureTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    public static Stream<Arguments> lasting() {
        return Stream.of(
                Arguments.of(Fault.error(401, "Request limit reached!"), Reason.DAILY_LIMIT),
                Arguments.of(Fault.error(200, "Daily request limit reached!"), Reason.DAILY_LIMIT),
                Arguments.of(Fault.error(401, "Invalid API key!"), Reason.REFUSED_KEY),
                Arguments.of(Fault.error(401, "No API key provided."), Reason.REFUSED_KEY),
                Arguments.of(Fault.error(401, "This account is closed."), Reason.REFUSED_KEY),
                Arguments.of(Fault.error(200, "Something went wrong."), Reason.BAD_REQUEST),
                Arguments.of(Fault.error(200, "Too many results."), Reason.BAD_REQUEST),
                Arguments.of(Fault.page(403), Reason.BAD_REQUEST),
                Arguments.of(Fault.page(401), Reason.UNKNOWN),
                Arguments.of(Fault.page(302), Reason.UNKNOWN),
                Arguments.of(Fault.error(200, "The hamster is tired."), Reason.UNKNOWN),
                Arguments.of(Fault.page(200), Reason.MALFORMED),
                Arguments.of(Fault.body(200, ""), Reason.MALFORMED),
                Arguments.of(Fault.body(200, "null"), Reason.MALFORMED),
                Arguments.of(Fault.body(200, "[]"), Reason.MALFORMED),
                Arguments.of(Fault.body(200, "{\"Response\":\"True\"}"), Reason.MALFORMED),
                Arguments.of(Fault.body(200, "{\"Title\":\"Incep"), Reason.MALFORMED),
                Arguments.of(Fault.body(200, "x".repeat(BoundedBody.MOST_BYTES + 1)), Reason.MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void lastingFaultsCostOneCall(Fault fault, Reason reason) {
        omdb.simulator().failNext(fault);

        OmdbException error = failure(omdb.client());

        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.retryable()).isEqualTo(reason == Reason.DAILY_LIMIT);
        assertThat(error.calls()).isEqualTo(1);
        assertThat(omdb.simulator().requests()).hasSize(1);
    }

    public static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(Fault.page(500), Reason.UNAVAILABLE),
                Arguments.of(Fault.page(503), Reason.UNAVAILABLE),
                Arguments.of(Fault.page(522), Reason.UNAVAILABLE),
                Arguments.of(Fault.page(429), Reason.UNAVAILABLE),
                Arguments.of(Fault.error(503, "Down for maintenance"), Reason.UNAVAILABLE),
                Arguments.of(Fault.reset(), Reason.UNAVAILABLE),
                Arguments.of(Fault.cutOff(), Reason.UNAVAILABLE),
                Arguments.of(Fault.hang(), Reason.TIMEOUT),
                Arguments.of(Fault.drip(), Reason.TIMEOUT));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void passingFaultsAreAskedAgainUntilTheRetriesAreUsed(Fault fault, Reason reason) {
        omdb.simulator().failNext(fault, fault, fault, fault);

        OmdbException error =
                failure(omdb.client(builder -> builder.attemptTimeout(SimulatorExtension.patience(reason))));

        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.retryable()).isTrue();
        assertThat(error.calls()).isEqualTo(3);
        assertThat(omdb.simulator().requests()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void oneGoodAnswerAfterAPassingFaultIsEnough(Fault fault, Reason reason) {
        omdb.simulator().failNext(fault);

        OmdbAnswer<OmdbTitle> answer = omdb.client(
                        builder -> builder.attemptTimeout(SimulatorExtension.patience(reason)))
                .byTitle("Inception");

        assertThat(answer.value()).isPresent();
        assertThat(answer.calls()).isEqualTo(2);
    }

    @Test
    void unknownHostIsNamed() {
        OmdbClient client = omdb.client(builder -> builder.baseUrl(URI.create("http://omdb.invalid/")));

        OmdbException error = failure(client);

        assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(error).hasMessageContaining("the host omdb.invalid is not known");
    }

    @Test
    void closedPortIsUnavailable() throws IOException {
        try (ClosedPort port = new ClosedPort()) {
            OmdbException error = failure(omdb.client(builder -> builder.baseUrl(port.url())));

            assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(error).hasMessageContaining("127.0.0.1").hasMessageContaining("refused");
        }
    }

    @Test
    void httpsOnAPlainPortIsNotAskedAgain() {
        URI https = URI.create(omdb.simulator().url().toString().replace("http:", "https:"));

        OmdbException error = failure(omdb.client(builder -> builder.baseUrl(https)));

        assertThat(error.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(error).hasMessageContaining("no secure connection");
        assertThat(error.retryable()).isFalse();
    }

    @Test
    void spentQuotaIsNotARefusedKey() {
        omdb.simulator().setCallsLeft(1);
        OmdbClient client = omdb.client();
        client.byTitle("Dune");

        assertThat(failure(client).reason()).isEqualTo(Reason.DAILY_LIMIT);
    }

    @Test
    void messagesAreShortWhateverOmdbSends() {
        omdb.simulator().failNext(Fault.error(200, "long\nand\u0000odd ".repeat(1_000)));

        assertThat(failure(omdb.client()).getMessage()).hasSizeLessThan(300).doesNotContain("\n", "\u0000");
    }

    private static OmdbException failure(OmdbClient client) {
        return catchThrowableOfType(OmdbException.class, () -> client.byTitle("Inception"));
    }
}

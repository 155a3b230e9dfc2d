package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.omdb.internal.http.FailureTest;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Titles;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;

/** The key is in no text the client makes. */
class SecretTest {

    private static final String KEY = SimulatorExtension.KEY;

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    static Stream<Fault> faults() {
        return Stream.concat(
                Stream.concat(FailureTest.lasting(), FailureTest.passing())
                        .map(arguments -> (Fault) arguments.get()[0]),
                Stream.of(
                        Fault.error(401, "Invalid API key " + KEY + "!"),
                        Fault.error(200, "GET /?apikey=" + KEY + "&t=x failed"),
                        Fault.error(500, "x".repeat(190) + " apikey=" + KEY)));
    }

    /** A tracing agent sees what is handed to the HTTP library. */
    @Test
    void requestGetsTheKeyOnlyOnItsWayToTheWire() {
        Transport transport = mock(Transport.class);
        when(transport.get(any())).thenReturn(CompletableFuture.completedFuture(new RawAnswer(200, Titles.INCEPTION)));
        try (OmdbClient client = new OmdbClient(OmdbClient.builder().apiKey(KEY).config(), transport)) {
            client.byTitle("Inception");
        }

        ArgumentCaptor<URI> seen = ArgumentCaptor.forClass(URI.class);
        verify(transport).get(seen.capture());
        assertThat(seen.getValue()).hasToString("https://www.omdbapi.com/?t=Inception");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noExceptionHoldsTheKey(Fault fault) {
        omdb.simulator().failNext(fault, fault, fault);
        OmdbClient client = omdb.client(builder -> builder.attemptTimeout(Duration.ofMillis(200)));

        Throwable error = catchThrowable(() -> client.byTitle("Inception"));

        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        assertThat(text.toString()).doesNotContain(KEY).doesNotContain("apikey=5");
    }

    @Test
    void noTextFormHoldsTheKey() {
        OmdbClient client = omdb.client();

        assertThat(client.toString()).startsWith("OmdbClient[http://127.0.0.1:").doesNotContain(KEY);
        assertThat(OmdbClient.builder().apiKey(KEY).config().apiKey()).hasToString("***");
        assertThat(client.byTitle("Inception").toString()).doesNotContain(KEY);
        assertThat(omdb.simulator().requests().toString()).doesNotContain(KEY);
    }

    @Test
    void refusedKeyIsNotQuoted() {
        assertThatThrownBy(() -> OmdbClient.builder().apiKey(KEY + " oops"))
                .hasMessageContaining("apiKey must be printable ASCII")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void refusedAddressIsNotQuoted() {
        assertThatThrownBy(() -> OmdbClient.builder().baseUrl(URI.create("http://h/?apikey=" + KEY)))
                .hasMessageNotContaining(KEY);
    }

    @Test
    void keyIsRequired() {
        assertThatThrownBy(() -> OmdbClient.builder().build()).hasMessageContaining("an OMDb key is needed");
    }
}

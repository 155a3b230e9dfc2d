package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How a lookup goes on, given what each attempt came to. */
class RetriesTest {

    private static final String KEY = "5ec2e7a1";

    private static final RawAnswer FOUND =
            new RawAnswer(200, "{\"Title\":\"Alien\",\"imdbRating\":\"8.5\",\"Response\":\"True\"}");

    private final Transport transport = mock(Transport.class);
    private final OmdbConfig config = OmdbClient.builder()
            .apiKey(KEY)
            .backOff(Duration.ofMillis(1), Duration.ofMillis(2))
            .retries(1)
            .config();
    private final OmdbClient client = new OmdbClient(config, transport);

    @Test
    void secondAttemptAnswers() {
        when(transport.get(any())).thenReturn(answer(new RawAnswer(503, ""))).thenReturn(answer(FOUND));

        assertThat(client.byTitle("Alien").calls()).isEqualTo(2);
    }

    @Test
    void lastFaultIsTheOneReported() {
        when(transport.get(any()))
                .thenReturn(answer(new RawAnswer(503, "")))
                .thenReturn(answer(new RawAnswer(502, "")));

        assertThatThrownBy(() -> client.byTitle("Alien")).hasMessage("OMDb answers 502 without data");
        verify(transport, times(2)).get(any());
    }

    @Test
    void bodyIsJudgedBeforeTheStatus() {
        when(transport.get(any())).thenReturn(answer(new RawAnswer(503, FOUND.body())));

        assertThat(client.byTitle("Alien").value()).isPresent();
    }

    @Test
    void bugInTheTransportIsATypedErrorToo() {
        when(transport.get(any())).thenThrow(new IllegalArgumentException("with a URL and " + KEY + " in it"));

        assertThatThrownBy(() -> client.byTitle("Alien"))
                .isInstanceOfSatisfying(
                        OmdbException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN))
                .hasMessage("an unexpected IllegalArgumentException")
                .cause()
                .isInstanceOf(OmdbException.class)
                .hasMessage("an unexpected IllegalArgumentException")
                .hasNoCause();
    }

    private static CompletableFuture<RawAnswer> answer(RawAnswer raw) {
        return CompletableFuture.completedFuture(raw);
    }
}

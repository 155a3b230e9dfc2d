package io.github.ratingsstream.omdb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.TinyProxy;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetLoginTest {

    @Test
    void loginsOfTheJvmAreForProxiesAndNotForOmdb() throws Exception {
        Authenticator before = Authenticator.getDefault();
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("me", "secret".toCharArray());
            }
        });
        try (TinyProxy server = new TinyProxy();
                OmdbClient client = OmdbClient.builder()
                        .apiKey(SimulatorExtension.KEY)
                        .baseUrl(URI.create("http://127.0.0.1:" + server.port() + "/"))
                        .build()) {
            server.refuseWhen(head -> Optional.of(TinyProxy.answer(
                    401, "WWW-Authenticate: Basic realm=\"here\"\r\n", "{\"Error\":\"Request limit reached!\"}")));

            OmdbException error = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Alien"));

            assertThat(error.reason()).isEqualTo(OmdbException.Reason.DAILY_LIMIT);
            assertThat(server.heads()).hasSize(1);
        } finally {
            Authenticator.setDefault(before);
        }
    }
}

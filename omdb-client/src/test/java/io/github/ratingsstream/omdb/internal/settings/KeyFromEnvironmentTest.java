package io.github.ratingsstream.omdb.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key from the environment: whatever is wrong with it is of one type, and says what to do. */
class KeyFromEnvironmentTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void missingKeyIsARefusedOne(String value) {
        OmdbException refused =
                catchThrowableOfType(OmdbException.class, () -> ApiKey.fromVariable("OMDB_API_KEY", value));

        assertThat(refused).hasMessage("there is no API key; set the environment variable OMDB_API_KEY to yours");
        assertThat(refused.reason()).isEqualTo(Reason.REFUSED_KEY);
        assertThat(refused.retryable()).isFalse();
        assertThat(refused.wasSent()).isFalse();
    }

    @Test
    void whatCannotBeAKeyIsARefusedOneAndStaysSecret() {
        OmdbException refused =
                catchThrowableOfType(OmdbException.class, () -> ApiKey.fromVariable("OMDB_API_KEY", "5ec2 e7a1"));

        assertThat(refused)
                .hasMessage("the environment variable OMDB_API_KEY holds no API key; "
                        + "apiKey must be printable ASCII without spaces; it is 9 characters long")
                .hasNoCause();
        assertThat(refused.reason()).isEqualTo(Reason.REFUSED_KEY);
    }

    @Test
    void keyIsTakenAsItIs() {
        assertThat(ApiKey.fromVariable("OMDB_API_KEY", " 5ec2e7a1 ").encoded()).isEqualTo("5ec2e7a1");
    }
}

package io.github.ratingsstream.omdb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @Test
    void userAgentHasTheVersionOfTheBuild() {
        assertThat(Version.userAgent()).matches("omdb-client/\\d+\\.\\d+\\S*");
    }

    @Test
    void withoutTheFileThereIsNoVersion() {
        assertThat(Version.userAgent(null)).isEqualTo("omdb-client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version=", "version= \n", "other=1", "version=${project.version}", "version=\\u00zz"})
    void fileWithoutAVersionIsNoHindrance(String text) {
        assertThat(Version.userAgent(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("omdb-client");
    }

    @Test
    void fileThatCannotBeReadIsNoHindrance() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };

        assertThat(Version.userAgent(broken)).isEqualTo("omdb-client");
    }
}

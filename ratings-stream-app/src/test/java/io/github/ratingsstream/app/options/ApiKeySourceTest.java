package io.github.ratingsstream.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.notice.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeySourceTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("OMDB_API_KEY", "fromenv1");

    @TempDir
    Path folder;

    @Test
    void fileMayHoldTheKeyAlone() throws IOException {
        assertThat(find("5ec2e7a1\r\n")).isEqualTo("5ec2e7a1");
    }

    @Test
    void fileMayBeAPropertiesFile() throws IOException {
        assertThat(find("# OMDb\nomdb.api.key = 5ec2e7a1\n")).isEqualTo("5ec2e7a1");
    }

    @Test
    void environmentIsAskedWhereThereIsNoFile() {
        assertThat(ApiKeySource.find(Optional.empty(), ENVIRONMENT)).isEqualTo("fromenv1");
    }

    @Test
    void noKeyAnywhereSaysWhatToDo() {
        assertThatThrownBy(() -> ApiKeySource.find(Optional.empty(), Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("set the environment variable OMDB_API_KEY or give --api-key-file");
    }

    @Test
    void fileThatHoldsNoKeyIsSaidSoWithoutItsContent() {
        assertThatThrownBy(() -> find("  \n")).hasMessage("the file of --api-key-file holds no key");
        assertThatThrownBy(() -> find("5ec2e7a1 5ec2e7a2"))
                .hasMessageContaining("holds something that is not a key")
                .hasMessageNotContaining("5ec2");
        assertThatThrownBy(() -> find("\"5ec2e7a1\"\n"))
                .hasMessage("the file of --api-key-file holds something that is not a key: "
                        + "it has quotes in it: leave them out");
        assertThatThrownBy(() -> find("x".repeat(70_000))).hasMessageContaining("too large to hold a key");
    }

    @Test
    void missingFileIsNamed() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> ApiKeySource.find(Optional.of(missing), ENVIRONMENT))
                .hasMessage("the file of --api-key-file can't be read: " + missing);
    }

    private String find(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), content);
        return ApiKeySource.find(Optional.of(file), ENVIRONMENT);
    }
}

package io.github.ratingsstream.app.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.executor.StoreLogin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** User and password come from where PostgreSQL's own programs look for them. */
class PostgresLoginTest {

    private static final String PASSWORD_FILE = "org.postgresql.pgpassfile";

    @TempDir
    Path folder;

    @BeforeEach
    void passwordsInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("pgpass"), "db:5432:films:ann:from-file\n*:*:bob:bob:bobs\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        System.setProperty(PASSWORD_FILE, file.toString());
    }

    @AfterEach
    void usualFile() {
        System.clearProperty(PASSWORD_FILE);
    }

    @Test
    void urlsUserWinsOverTheEnvironmentsAndThatOverTheSystems() {
        assertThat(find("jdbc:postgresql://db/films?user=ann", Map.of("PGUSER", "eve"))
                        .user())
                .isEqualTo("ann");
        assertThat(find("jdbc:postgresql://db/films", Map.of("PGUSER", "eve")).user())
                .isEqualTo("eve");
        assertThat(find("jdbc:postgresql://db/films", Map.of()).user()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void environmentsPasswordWinsOverTheFiles() {
        Map<String, String> ann = Map.of("PGUSER", "ann");

        assertThat(find("jdbc:postgresql://db/films", ann).password()).isEqualTo("from-file");
        assertThat(find("jdbc:postgresql://db/films", Map.of("PGUSER", "ann", "PGPASSWORD", "own"))
                        .password())
                .isEqualTo("own");
        assertThat(find("jdbc:postgresql://other/films", ann).password()).isNull();
    }

    @Test
    void databaseHasTheUsersNameWhereTheUrlHasNone() {
        assertThat(find("jdbc:postgresql://db/", Map.of("PGUSER", "bob")).password())
                .isEqualTo("bobs");
    }

    @Test
    void textDoesNotHoldThePassword() {
        assertThat(new StoreLogin("ann", "secret")).hasToString("StoreLogin[ann]");
    }

    private static StoreLogin find(String url, Map<String, String> environment) {
        return PostgresLogin.find(StoreAddress.parse(url), environment);
    }
}

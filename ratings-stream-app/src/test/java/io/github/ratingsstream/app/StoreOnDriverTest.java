package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.app.options.ClientOptions;
import io.github.ratingsstream.app.options.CommandLineOptions;
import io.github.ratingsstream.app.options.Options;
import io.github.ratingsstream.app.options.StoreAddress;
import io.github.ratingsstream.core.executor.OmdbOnExecutors;
import io.github.ratingsstream.core.notice.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of the options, before the job starts. */
class StoreOnDriverTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    private final OmdbOnExecutors executors = OmdbOnExecutors.withKey("any");

    @AfterEach
    void close() {
        executors.close();
    }

    @Test
    void directoryIsMade() {
        open(folder.resolve("new").resolve("store"), true);

        assertThat(folder.resolve("new").resolve("store")).isNotEmptyDirectory();
    }

    @Test
    void directoryOnAClusterIsRefusedWithWhatToGiveInstead() {
        assertThatThrownBy(() -> open(folder, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("local masters")
                .hasMessageContaining("--store jdbc:postgresql://");
    }

    @Test
    void directoryThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> open(file.resolve("store"), true))
                .isInstanceOf(UserError.class)
                .hasMessage("--store can't be written to: " + file.resolve("store"));
    }

    @Test
    void callsLeftComeFromTheStoreWhereNoClientRuns() {
        Options options = new CommandLineOptions(new SparkConf(false)).read().orElseThrow();
        CallsLeft left = new CallsLeft(
                OptionalLong.of(3),
                executors.lookup(new ClientOptions(options, URI.create("http://127.0.0.1:1/"))),
                executors::store,
                Clock.fixed(DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
        assertThat(left.get()).isEmpty();
        open(folder, true);
        executors.store().orElseThrow().takeCall(DAY, 3);

        assertThat(left.get()).isEqualTo(OptionalLong.of(2));

        executors.store().orElseThrow().close();
        assertThat(left.get()).isEmpty();
    }

    private void open(Path directory, boolean localMaster) {
        StoreOnDriver.open(StoreAddress.parse(directory.toString()), localMaster, executors);
    }
}

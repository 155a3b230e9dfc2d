package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.OmdbLookup;
import io.github.ratingsstream.omdb.StoreException;
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

/** The one store of a JVM. */
class JobStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        JobStore.closeThisJvms();
        DriverLink.setStoreLogin(null);
    }

    @Test
    void directoryIsMadeAndRemembers() {
        StoreAddress address = address(folder.resolve("new").resolve("store"));
        JobStore.openOnDriver(address, true).takeCall(DAY, 5);
        JobStore.closeThisJvms();

        assertThat(JobStore.of(address).day(DAY).calls()).isEqualTo(1);
    }

    @Test
    void storeThatIsDownWhenAnExecutorNeedsItIsOpenedLater() throws IOException {
        Path directory = Files.createFile(folder.resolve("store"));
        JobStore store = JobStore.openOnExecutor(address(directory));
        assertThatThrownBy(() -> store.day(DAY)).isInstanceOf(StoreException.class);

        Files.delete(directory);

        assertThat(store.takeCall(DAY, 1)).isTrue();
    }

    @Test
    void closedStoreIsNotOpenedAgain() {
        JobStore store = JobStore.of(address(folder.resolve("store")));
        store.close();

        assertThatThrownBy(() -> store.day(DAY)).isInstanceOf(StoreException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void directoryOnAClusterIsRefusedWithWhatToGiveInstead() {
        assertThatThrownBy(() -> JobStore.openOnDriver(address(folder), false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("local masters")
                .hasMessageContaining("--store jdbc:postgresql://");
    }

    @Test
    void directoryThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> JobStore.openOnDriver(address(file.resolve("store")), true))
                .isInstanceOf(UserError.class)
                .hasMessage("--store can't be written to: " + file.resolve("store"));
    }

    @Test
    void callsLeftComeFromTheStoreWhereNoClientRuns() {
        Options options = options("--store", folder.toString(), "--daily-limit", "3");
        CallsLeft left = new CallsLeft(
                options,
                OmdbLookup.perExecutor(new ClientOnExecutor(options, URI.create("http://127.0.0.1:1/"))),
                Clock.fixed(DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
        JobStore store = JobStore.of(options.store().address().orElseThrow());
        store.takeCall(DAY, 3);

        assertThat(left.get()).isEqualTo(OptionalLong.of(2));

        store.close();
        assertThat(left.get()).isEmpty();
    }

    private static Options options(String... arguments) {
        return new CommandLineOptions(new SparkConf(false)).read(arguments).orElseThrow();
    }

    private static StoreAddress address(Path directory) {
        return StoreAddress.parse(directory.toString());
    }
}

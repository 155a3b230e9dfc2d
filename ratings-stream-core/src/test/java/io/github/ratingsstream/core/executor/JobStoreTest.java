package io.github.ratingsstream.core.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job's store in one JVM. */
class JobStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    @Test
    void storeRemembersWhatAnotherJvmsObjectHasCounted() {
        try (JobStore store = store(folder)) {
            store.takeCall(DAY, 5);
        }

        try (JobStore store = store(folder)) {
            assertThat(store.day(DAY).calls()).isEqualTo(1);
        }
    }

    @Test
    void storeThatIsDownWhenAnExecutorNeedsItIsOpenedLater() throws IOException {
        Path directory = Files.createFile(folder.resolve("store"));
        try (JobStore store = store(directory).openIfItIsUp()) {
            assertThatThrownBy(() -> store.day(DAY)).isInstanceOf(StoreException.class);

            Files.delete(directory);

            assertThat(store.takeCall(DAY, 1)).isTrue();
        }
    }

    @Test
    void closedStoreIsNotOpenedAgain() {
        JobStore store = store(folder.resolve("store"));
        store.close();

        assertThatThrownBy(() -> store.day(DAY)).isInstanceOf(StoreException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void jobHasOneStoreInAJvmAndTheNextJobItsOwn() {
        try (OmdbOnExecutors first = OmdbOnExecutors.withKey("any")) {
            first.openStore(new H2Folder(folder.resolve("first")), null);
            first.store().orElseThrow().takeCall(DAY, 5);
            assertThat(ThisJvm.current().store(new H2Folder(folder)).day(DAY).calls())
                    .isEqualTo(1);
        }
        try (OmdbOnExecutors second = OmdbOnExecutors.withKey("any")) {
            assertThat(second.store()).isEmpty();
            assertThatThrownBy(second::database).isInstanceOf(StoreException.class);
            second.openStore(new H2Folder(folder.resolve("second")), null);
            assertThat(second.store().orElseThrow().day(DAY).calls()).isZero();
        }
    }

    private static JobStore store(Path directory) {
        return new JobStore(new H2Folder(directory), () -> {
            throw new AssertionError("H2 has no login");
        });
    }

    /** An H2 in a folder. */
    private static final class H2Folder implements StoreLocation {

        private static final long serialVersionUID = 1;

        private final String url;

        H2Folder(Path directory) {
            this.url = "jdbc:h2:" + directory.resolve("ratings") + ";TRACE_LEVEL_FILE=0";
        }

        @Override
        public DataSource dataSource(Supplier<StoreLogin> login) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url);
            return h2;
        }

        @Override
        public boolean isPooled() {
            return false;
        }
    }
}

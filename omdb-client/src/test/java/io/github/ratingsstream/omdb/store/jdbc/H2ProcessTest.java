package io.github.ratingsstream.omdb.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.github.ratingsstream.omdb.kit.Child;
import io.github.ratingsstream.omdb.kit.PooledDataSource;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.store.StoreException;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 beyond one process' good end. */
class H2ProcessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int ENOUGH = 300;

    @TempDir
    Path folder;

    /** The other process: writes for ever, and says what it has written. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] folder) {
            try (JdbcStore store = JdbcStore.open(StoreKind.h2(Path.of(folder[0])))) {
                for (int i = 1; i > 0; i++) {
                    store.takeCall(TODAY, Long.MAX_VALUE);
                    store.keep("t=" + i, StoredAnswer.found("{\"n\":" + i + "}", NOON));
                    System.out.println(i);
                }
            }
        }
    }

    @Test
    void whatWasWrittenSurvivesAKilledProcessWhichKeptOthersOut() throws Exception {
        int written;
        try (Child writer = Child.java(folder.resolve("written.txt"), Writer.class, folder.toString())) {
            Until.holds(() -> {
                assertThat(writer.isAlive()).as(writer.output()).isTrue();
                return written(writer) >= ENOUGH;
            });
            assertThatThrownBy(() -> JdbcStore.open(StoreKind.h2(folder)))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(
                            "the store failed: another process has the H2 database open, and H2 takes one at a time; "
                                    + "stop the other process, use another directory, or share a PostgreSQL (SQLState 90020)");
            writer.kill();
            writer.exitCode();
            written = written(writer);
        }

        try (JdbcStore store = JdbcStore.open(StoreKind.h2(folder))) {
            assertThat(store.day(TODAY).calls()).isGreaterThanOrEqualTo(written);
            for (int i = 1; i <= written; i++) {
                assertThat(store.find("t=" + i)).contains(StoredAnswer.found("{\"n\":" + i + "}", NOON));
            }
        }
    }

    private static int written(Child writer) {
        return (int)
                writer.lines().stream().filter(line -> line.matches("\\d+")).count();
    }

    @Test
    void fileIsPackedWhenTheStoreIsClosed() throws Exception {
        try (JdbcStore store = JdbcStore.open(StoreKind.h2(folder))) {
            for (int i = 0; i < 200; i++) {
                store.keep("t=" + i, StoredAnswer.found("x".repeat(1_000), NOON));
            }
        }

        assertThat(Files.size(folder.resolve("films.mv.db"))).isLessThan(600_000);
    }

    @Test
    void whoOpensTheFileWhileItIsPackedIsNotCutOff() throws Exception {
        JdbcDataSource database = StoreKind.h2(folder);
        CountDownLatch packed = new CountDownLatch(1);
        FutureTask<Boolean> other = new FutureTask<>(() -> {
            try (JdbcStore store = JdbcStore.open(PooledDataSource.of(() -> after(packed, database.getConnection())))) {
                return store.takeCall(TODAY, 10);
            }
        });
        Thread thread = new Thread(other);

        JdbcStore.open(PooledDataSource.of(() -> packing(database.getConnection(), compact -> {
                    thread.start();
                    Until.holds(() -> thread.getState() == Thread.State.WAITING);
                    compact.run();
                    packed.countDown();
                })))
                .close();

        assertThat(other.get(5, TimeUnit.MINUTES)).isTrue();
    }

    private static Connection after(CountDownLatch event, Connection connection) {
        try {
            event.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return connection;
    }

    /** A connection that packs the file in that way. */
    private static Connection packing(Connection connection, Consumer<Runnable> how) throws SQLException {
        Connection ours = mock(Connection.class, delegatesTo(connection));
        doAnswer(call -> packing(connection.createStatement(), how)).when(ours).createStatement();
        return ours;
    }

    private static Statement packing(Statement statement, Consumer<Runnable> how) throws SQLException {
        Statement ours = mock(Statement.class, delegatesTo(statement));
        String compact = "shutdown compact";
        doAnswer(call -> {
                    how.accept(() ->
                            assertThatCode(() -> statement.execute(compact)).doesNotThrowAnyException());
                    return false;
                })
                .when(ours)
                .execute(compact);
        return ours;
    }

    @Test
    void fullDiskIsSaidAndWithRoomAgainAllThatWasWrittenIsThere() {
        FullDisk.register();
        JdbcDataSource database = StoreKind.h2(folder);
        database.setURL("jdbc:h2:full:" + folder.resolve("films"));
        StoredAnswer answer = StoredAnswer.found("{}", NOON);
        try (JdbcStore store = JdbcStore.open(database)) {
            store.keep("t=before", answer);
            FullDisk.full(true);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> store.keep("t=lost", answer))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("H2 can't read or write its file; free some disk space");
            }
            FullDisk.full(false);

            store.keep("t=after", answer);

            assertThat(store.find("t=before")).contains(answer);
            assertThat(store.find("t=after")).contains(answer);
        } finally {
            FullDisk.full(false);
        }
    }

    @Test
    void interruptedOperationHarmsNoOther() throws IOException {
        try (JdbcStore store = JdbcStore.open(StoreKind.h2(folder))) {
            store.takeCall(TODAY, 10);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> store.takeCall(TODAY, 10)).isInstanceOf(StoreException.class);
            assertThat(Thread.interrupted()).isTrue();

            assertThat(store.takeCall(TODAY, 10)).isTrue();
            assertThat(store.day(TODAY).calls()).isBetween(2L, 3L);
            assertThat(isOpen()).isTrue();
        }
    }

    /** The database closes with its last connection, and drops its lock. */
    private boolean isOpen() throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve("films.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Test
    void asynchronousFilesAreNotInterrupted() {
        JdbcDataSource database = StoreKind.h2(folder);
        database.setURL("jdbc:h2:async:" + folder.resolve("films"));
        try (JdbcStore store = JdbcStore.open(database)) {
            Thread.currentThread().interrupt();
            assertThat(store.takeCall(TODAY, 10)).isTrue();
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}

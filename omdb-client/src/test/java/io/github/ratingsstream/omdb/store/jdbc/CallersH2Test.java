package io.github.ratingsstream.omdb.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.kit.StoreKind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store in an H2 database that is also, or only, its caller's. */
class CallersH2Test {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    @Test
    void databaseInMemoryStaysAsItsCallerMadeIt() throws SQLException {
        JdbcDataSource database = database("jdbc:h2:mem:app;DB_CLOSE_DELAY=-1");
        StoreKind.execute(database, "create table film (id int)");
        Map<String, String> before = settings(database);

        useAStore(database);

        StoreKind.execute(database, "insert into film values (1)");
        assertThat(settings(database)).isEqualTo(before);
        StoreKind.execute(database, "shutdown");
    }

    @Test
    void databaseInMemoryThatItsCallerKeepsOpenOutlivesTheStore() throws SQLException {
        JdbcDataSource database = database("jdbc:h2:mem:counts;DB_CLOSE_DELAY=-1");

        useAStore(database);

        try (JdbcStore again = JdbcStore.open(database)) {
            assertThat(again.day(TODAY).calls()).isEqualTo(1);
        }
        StoreKind.execute(database, "shutdown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table film (id int)",
                "create view film as select 1 as id",
                "create sequence film",
                "create schema film",
                "create alias film for 'java.lang.Math.abs(int)'",
                "create domain film as int",
                "create user film password 'film'"
            })
    void fileWithAnythingOfTheCallersIsNeitherSetNorPackedNorShut(String theirs) throws Exception {
        JdbcDataSource database = file(";DB_CLOSE_DELAY=600");
        StoreKind.execute(database, theirs);
        Map<String, String> before = settings(database);
        try (JdbcStore store = JdbcStore.open(database)) {
            store.takeCall(TODAY, 10);
            assertThat(settings(database)).isEqualTo(before);
        }

        assertThat(isOpen()).isTrue();
        assertThat(settings(database)).isEqualTo(before);
        StoreKind.execute(database, "shutdown");
    }

    @Test
    void callerWhoComesLaterFindsTheSettingsAsTheyWere() throws SQLException {
        JdbcDataSource database = file(";DB_CLOSE_DELAY=600");
        StoreKind.execute(database, "set max_length_inplace_lob 1000");
        Map<String, String> before = settings(database);
        try (JdbcStore store = JdbcStore.open(database)) {
            assertThat(settings(database)).isNotEqualTo(before);
            StoreKind.execute(database, "create table film (id int)");
            store.takeCall(TODAY, 10);
        }

        assertThat(settings(database)).isEqualTo(before);
        StoreKind.execute(database, "shutdown");
    }

    @Test
    void userWithoutAllRightsMayHaveAStoreInTheCallersDatabase() throws Exception {
        JdbcDataSource admin = file("");
        StoreKind.execute(admin, "create user film password 'film'");
        StoreKind.execute(admin, "grant alter any schema to film");
        JdbcDataSource database = file("");
        database.setUser("film");
        database.setPassword("film");

        useAStore(database);
    }

    @Test
    void fileWithNothingButOursIsPacked() throws Exception {
        JdbcDataSource database = file("");
        StoreKind.execute(database, "create table ratings_parked (title int)");
        try (JdbcStore store = JdbcStore.open(database)) {
            for (int i = 0; i < 200; i++) {
                store.takeCall(TODAY, 1_000);
            }
        }

        assertThat(isOpen()).isFalse();
        assertThat(Files.size(folder.resolve("films.mv.db"))).isLessThan(200_000);
    }

    private static void useAStore(JdbcDataSource database) {
        try (JdbcStore store = JdbcStore.open(database)) {
            assertThat(store.takeCall(TODAY, 10)).isTrue();
        }
    }

    private JdbcDataSource file(String settings) {
        return database("jdbc:h2:" + folder.resolve("films") + settings);
    }

    private static JdbcDataSource database(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("sa");
        database.setPassword(StoreKind.PASSWORD);
        return database;
    }

    private static Map<String, String> settings(JdbcDataSource database) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select setting_name, setting_value from "
                                + "information_schema.settings where setting_name in ('WRITE_DELAY', 'MAX_LENGTH_INPLACE_LOB')")) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }

    private boolean isOpen() throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve("films.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}

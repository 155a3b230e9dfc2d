package io.github.ratingsstream.omdb.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database's error code means, in a user's words. */
class SqlFailuresTest {

    private static final String SECRET = "sesame";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "08001,no connection to the database",
        "08006,no connection to the database",
        "57P01,no connection to the database",
        "53300,no connection to the database",
        "53100,has run out of",
        "28P01,refuses the user or the password",
        "3D000,there is no such database",
        "42501,lacks rights",
        "57014,took too long",
        "HYT00,took too long",
        "25006,read-only",
        "42P01,tables are gone",
        "42S02,tables are gone",
        "90020,another process has the H2 database open",
        "90028,H2 can't open its file",
        "90030,H2 can't open its file",
        "90031,H2 can't create its file",
        "90062,H2 can't create its file",
        "90135,another connection has locked the H2 database",
        "HY000,H2 can't read or write its file",
        "22021,the database reports an error",
        "XX000,the database reports an error"
    })
    void everyKindOfErrorSaysWhatToDo(String state, String meaning) {
        assertThat(SqlFailures.translate(new SQLException(SECRET, state)))
                .hasMessageStartingWith("the store failed: ")
                .hasMessageContaining(meaning)
                .hasMessageEndingWith(" (SQLState " + state + ")");
    }

    @Test
    void errorsWithoutAStateAreToldByTheirType() {
        assertThat(SqlFailures.translate(new SQLTransientConnectionException("no free connection")))
                .hasMessageContaining("no connection to the database")
                .hasMessageEndingWith(" (SQLState none)");
        assertThat(SqlFailures.translate(new SQLTimeoutException())).hasMessageContaining("took too long");
        assertThat(SqlFailures.translate(new SQLException("x", SECRET))).hasMessageEndingWith(" (SQLState none)");
    }

    @Test
    void relativePathOfH2IsToBeWrittenOut() {
        assertThatThrownBy(() -> JdbcStore.open(h2("films/omdb")))
                .isInstanceOf(StoreException.class)
                .hasMessage("the store failed: H2 takes no relative path; give an absolute one, or begin it with ./ "
                        + "(SQLState 90011)");
    }

    @Test
    void fileInPlaceOfADirectoryIsNoPlaceForAStore() throws IOException {
        Path file = Files.writeString(folder.resolve("films"), "not a directory");

        assertThatThrownBy(() -> JdbcStore.open(h2(file.resolve("omdb").toString())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("H2 can't create its file; check its directory")
                .hasMessageNotContaining("delete");
    }

    @Test
    void fileThatIsNoDatabaseMayBeDeleted() throws IOException {
        Files.writeString(folder.resolve("omdb.mv.db"), "not a database");

        assertThatThrownBy(() -> JdbcStore.open(h2(folder.resolve("omdb").toString())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("H2 can't open its file; check that this user may write it")
                .hasMessageContaining("delete");
    }

    private static JdbcDataSource h2(String path) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:async:" + path + ";TRACE_LEVEL_FILE=0");
        return database;
    }
}

package io.github.ratingsstream.omdb.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.kit.Together;
import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How a store comes by its tables. */
@Tag("slow")
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
class JdbcSchemaTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Duration LONG = Duration.ofHours(1);

    private final StoreKind kind;

    @TempDir
    Path folder;

    private DataSource database;
    private JdbcStore store;

    JdbcSchemaTest(StoreKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        database = kind.database(folder);
        store = JdbcStore.open(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void manyMayOpenAnEmptyDatabaseAtOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            DataSource empty = kind.database(folder.resolve("round" + round));

            List<Boolean> counted = Together.run(Collections.nCopies(8, () -> {
                try (JdbcStore one = JdbcStore.open(empty)) {
                    return one.takeCall(TODAY, 100);
                }
            }));

            assertThat(counted).containsOnly(true);
            try (JdbcStore one = JdbcStore.open(empty)) {
                assertThat(one.day(TODAY)).isEqualTo(DayUse.of(8));
            }
        }
    }

    @Test
    void newerVersionIsRefusedAndLeftAlone() throws SQLException {
        StoreKind.execute(database, "update omdb_store set version = 2");
        StoreKind.execute(database, "drop table omdb_lease");

        assertThatThrownBy(() -> JdbcStore.open(database))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "the store was made by a newer omdb-client (its tables are of version 2, this client knows 1); "
                                + "use that client, or another database or schema");
        assertThatThrownBy(() -> StoreKind.execute(database, "select * from omdb_lease"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void halfMadeTablesAreFinished() throws SQLException {
        StoreKind.execute(database, "drop table omdb_store");
        StoreKind.execute(database, "drop table omdb_lease");
        store.takeCall(TODAY, 10);

        try (JdbcStore again = JdbcStore.open(database)) {
            assertThat(again.lease("t=dune", "a", LONG)).isTrue();
            assertThat(again.day(TODAY)).isEqualTo(DayUse.of(1));
        }
    }

    @Test
    void lostTablesAreReportedAndMadeAnewByOpeningAgain() throws SQLException {
        StoreKind.execute(database, "drop table omdb_day");
        StoreKind.execute(database, "drop table omdb_store");

        assertThatThrownBy(() -> store.takeCall(TODAY, 10)).hasMessageContaining("the store's tables are gone");
        store = JdbcStore.open(database);
        assertThat(store.takeCall(TODAY, 10)).isTrue();
    }
}

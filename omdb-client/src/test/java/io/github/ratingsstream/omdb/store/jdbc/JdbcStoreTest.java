package io.github.ratingsstream.omdb.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.kit.PooledDataSource;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.kit.Together;
import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.StoreException;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store in a database does beside what every store does. */
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
class JdbcStoreTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 24);
    private static final Instant NOON = Instant.parse("2024-11-24T12:00:00.123456Z");
    private static final Duration LONG = Duration.ofHours(1);

    private final StoreKind kind;

    @TempDir
    Path folder;

    private PooledDataSource pool;
    private DataSource database;
    private JdbcStore store;

    JdbcStoreTest(StoreKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        DataSource own = kind.database(folder);
        pool = new PooledDataSource(own::getConnection);
        // Connecting to PostgreSQL takes longer than the tests do. H2 has to be closed with its last connection.
        database = kind == StoreKind.POSTGRESQL ? pool.dataSource() : own;
        store = JdbcStore.open(database);
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
        pool.close();
    }

    @Test
    void everythingIsThereWhenTheStoreIsOpenedAgain() {
        store.keep("t=dune", StoredAnswer.found("{\"Title\":\"Dune\"}", NOON));
        store.keep("t=nosuch", StoredAnswer.missed("Movie not found!", NOON));
        store.takeCall(TODAY, 10);
        store.markSpent(TODAY, NOON);
        store.lease("t=alien", "a", LONG);
        store.close();

        store = JdbcStore.open(database);

        assertThat(store.find("t=dune")).contains(StoredAnswer.found("{\"Title\":\"Dune\"}", NOON));
        assertThat(store.find("t=nosuch")).contains(StoredAnswer.missed("Movie not found!", NOON));
        assertThat(store.find("t=alien")).isEmpty();
        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1).withSpentSince(NOON));
        assertThat(store.lease("t=alien", "b", LONG)).isFalse();
    }

    @Test
    void newerAnswerReplacesAnOlderAndNeverTheOtherWay() {
        store.keep("t=dune", StoredAnswer.missed("Movie not found!", NOON));
        store.keep("t=dune", StoredAnswer.found("{}", NOON.plusSeconds(1)));
        store.keep("t=dune", StoredAnswer.missed("Movie not found!", NOON));

        assertThat(store.find("t=dune")).contains(StoredAnswer.found("{}", NOON.plusSeconds(1)));
    }

    @Test
    void textOfEveryKindComesBackAsItWas() {
        String everyCharacter = "\u0000\u0001\n\r\t\"'\\;--%_${?}\u007F\u0085é\u2028千\uFEFF\uFFFF🎬\uDBFF\uDFFF";
        String megabyte = "千🎬\u0000x".repeat(1 << 18);
        for (String text : List.of("", everyCharacter, "x".repeat(16_384), megabyte)) {
            store.keep("t=" + text.length(), StoredAnswer.found(text, NOON));
            store.keep("miss", StoredAnswer.missed(text, NOON));

            assertThat(store.find("t=" + text.length())).contains(StoredAnswer.found(text, NOON));
            assertThat(store.find("miss")).contains(StoredAnswer.missed(text, NOON));
        }
    }

    @Test
    void keysOfAnyTextAndLengthAreToldApart() {
        List<String> keys = List.of(
                "",
                "t=dune",
                "t=Dune",
                "t=" + "千".repeat(5_000) + "a",
                "t=" + "千".repeat(5_000) + "b",
                "t=🎬\u0000",
                "t=🎬",
                "t=\uD83C",
                "t=\uD83D",
                "t=?");
        keys.forEach(key ->
                store.keep(key, StoredAnswer.found(key.replaceAll("\\p{Cs}", "lone") + key.hashCode(), NOON)));

        assertThat(keys).allSatisfy(key -> {
            assertThat(store.find(key).orElseThrow().json())
                    .contains(key.replaceAll("\\p{Cs}", "lone") + key.hashCode());
            assertThat(store.lease(key, "a", LONG)).isTrue();
            assertThat(store.lease(key, "b", LONG)).isFalse();
        });
    }

    @Test
    void instantsAreKeptToTheMicrosecondAndNeverRoundedUp() {
        store.keep("t=dune", StoredAnswer.found("{}", NOON.plusNanos(999)));
        store.markSpent(TODAY, NOON.plusNanos(999));

        assertThat(store.find("t=dune").orElseThrow().receivedAt()).isEqualTo(NOON);
        assertThat(store.day(TODAY).spentSince()).contains(NOON);
    }

    @Test
    void twoStoresOverOneDatabaseActAsOne() throws Exception {
        try (JdbcStore other = JdbcStore.open(database)) {
            Callable<Boolean> here = () -> store.takeCall(TODAY, 10);
            Callable<Boolean> there = () -> other.takeCall(TODAY, 10);

            List<Boolean> taken = Together.run(Collections.nCopies(8, List.of(here, there)).stream()
                    .flatMap(List::stream)
                    .toList());

            assertThat(Collections.frequency(taken, true)).isEqualTo(10);
            store.markSpent(TODAY, NOON);
            assertThat(other.takeProbe(TODAY, NOON.plusSeconds(60), Duration.ofSeconds(60)))
                    .isTrue();
            assertThat(store.takeProbe(TODAY, NOON.plusSeconds(60), Duration.ofSeconds(60)))
                    .isFalse();
            assertThat(other.lease("t=dune", "a", LONG)).isTrue();
            assertThat(store.lease("t=dune", "b", LONG)).isFalse();
            other.keep("t=dune", StoredAnswer.found("{}", NOON));
            assertThat(store.find("t=dune")).isPresent();
        }
    }

    @Test
    void pruningDeletesWhatIsOlder() throws SQLException {
        StoreKind.execute(
                database,
                "insert into omdb_answer (request_hash, request, found, body, received_at) "
                        + "select cast(cast(10000 + n as varchar(9)) as bytea), cast('t' as bytea), true, cast('{}' as bytea), "
                        + "timestamp with time zone '2024-01-01 00:00:00+00' + n * interval '1' second from "
                        + (kind == StoreKind.H2
                                ? "system_range(1, 2500) as t(n)"
                                : "generate_series(1, 2500) as t(n)"));
        store.keep("t=dune", StoredAnswer.found("{}", NOON));
        store.takeCall(TODAY.minusDays(1), 10);
        store.takeCall(TODAY, 10);
        store.lease("t=dune", "a", Duration.ZERO);
        store.lease("t=alien", "a", LONG);

        assertThat(store.prune(NOON)).isEqualTo(2_500);

        assertThat(store.find("t=dune")).isPresent();
        assertThat(store.day(TODAY.minusDays(1))).isEqualTo(DayUse.of(0));
        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1));
        assertThat(count("omdb_lease")).isEqualTo(1);
    }

    @Test
    void connectionsThatDoNotCommitByThemselvesArePutRightAndGivenBackAsTheyCame() throws Exception {
        try (Connection connection = database.getConnection();
                PooledDataSource pool = new PooledDataSource(() -> connection)) {
            connection.setAutoCommit(false);
            JdbcStore pooled = JdbcStore.open(pool.dataSource());
            pooled.takeCall(TODAY, 10);

            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.getNetworkTimeout()).isZero();
            assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1));
        }
    }

    @Test
    void lockedRowFailsTheOperationInTime() throws SQLException {
        store.takeCall(TODAY, 10);
        try (JdbcStore hasty = JdbcStore.open(database, 3);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update omdb_day set calls = 5");

            assertThatThrownBy(() -> hasty.takeCall(TODAY, 10))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("took too long");
            connection.rollback();
            assertThat(hasty.takeCall(TODAY, 10)).isTrue();
        }
        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(2));
    }

    @Test
    void useAfterCloseIsRefused() {
        store.close();
        store.close();

        assertThatThrownBy(() -> store.day(TODAY))
                .isInstanceOf(StoreException.class)
                .hasMessage("the store is closed");
    }

    private int count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}

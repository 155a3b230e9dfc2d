package io.github.ratingsstream.omdb.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.omdb.kit.ClosedPort;
import io.github.ratingsstream.omdb.kit.PooledDataSource;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.kit.Together;
import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases in trouble: one line that helps, in time, and no secret in it. */
@Tag("slow")
class JdbcFailureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String PASSWORD = StoreKind.PASSWORD;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"Apache Derby,10,Apache Derby 10", "H2,1,H2 1", "'Oracle\nDatabase',23,Oracle Database 23"})
    void otherDatabasesAreRefusedByName(String name, int version, String shown) throws SQLException {
        DatabaseMetaData database = mock(DatabaseMetaData.class);
        when(database.getDatabaseProductName()).thenReturn(name);
        when(database.getDatabaseMajorVersion()).thenReturn(version);
        Connection connection = mock(Connection.class);
        when(connection.getMetaData()).thenReturn(database);

        assertThatThrownBy(() -> JdbcStore.open(PooledDataSource.of(() -> connection)))
                .isInstanceOf(StoreException.class)
                .hasMessage("a store needs H2 2 or newer, or PostgreSQL; this database is " + shown);
    }

    @Test
    void noTextHoldsWhatTheDriverSays() {
        String secret = "jdbc:postgresql://db/films?user=u&password=" + PASSWORD;
        SQLException cause = new SQLException(secret, "08001", new IllegalStateException(secret));
        for (Exception error : List.of(cause, new IllegalStateException(secret, cause))) {
            Throwable seen = catchThrowable(() -> JdbcStore.open(PooledDataSource.of(() -> {
                if (error instanceof SQLException known) {
                    throw known;
                }
                throw (RuntimeException) error;
            })));

            StringWriter text = new StringWriter();
            seen.printStackTrace(new PrintWriter(text, true));
            assertThat(seen).isInstanceOf(StoreException.class).hasNoCause();
            assertThat(text.toString()).doesNotContain(PASSWORD, "jdbc:");
        }
    }

    @Test
    void textFormOfAStoreIsItsKind() {
        try (JdbcStore store = JdbcStore.open(StoreKind.h2(folder))) {
            assertThat(store).hasToString("JdbcStore[H2]");
        }
    }

    @Test
    void wrongPasswordIsSaidAndNotQuoted() {
        JdbcStore.open(StoreKind.h2(folder)).close();
        JdbcDataSource database = StoreKind.h2(folder);
        database.setPassword("other-" + PASSWORD);

        assertThatThrownBy(() -> JdbcStore.open(database))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("refuses the user or the password")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void serverThatIsNotThereIsSaidAtOnce() throws Exception {
        try (ClosedPort port = new ClosedPort()) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setServerNames(new String[] {"127.0.0.1"});
            database.setPortNumbers(new int[] {port.number()});

            assertThatThrownBy(() -> JdbcStore.open(database))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no connection to the database");
        }
    }

    @Test
    void cutNetworkFailsEachOperationUntilItIsBack() throws Exception {
        try (Relay relay = new Relay(StoreKind.postgresPort());
                PooledDataSource pool = new PooledDataSource(StoreKind.postgres(relay.port())::getConnection);
                JdbcStore store = JdbcStore.open(pool.dataSource())) {
            assertThat(store.takeCall(TODAY, 10)).isTrue();

            relay.cut();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> store.takeCall(TODAY, 10))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("no connection to the database");
            }
            relay.mend();

            assertThat(store.takeCall(TODAY, 10)).isTrue();
            assertThat(store.day(TODAY)).isEqualTo(DayUse.of(2));
            assertThat(pool.inUse()).isZero();
        }
    }

    @Test
    void networkThatSwallowsEverythingFailsTheOperationInTime() throws Exception {
        try (Relay relay = new Relay(StoreKind.postgresPort())) {
            PGSimpleDataSource database = StoreKind.postgres(relay.port());
            database.setCancelSignalTimeout(1);
            try (PooledDataSource pool = new PooledDataSource(database::getConnection);
                    JdbcStore store = JdbcStore.open(pool.dataSource(), 3)) {
                relay.swallow();
                Instant start = Instant.now();

                assertThatThrownBy(() -> store.day(TODAY)).isInstanceOf(StoreException.class);

                assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(2));
                relay.mend();
                assertThat(store.day(TODAY)).isEqualTo(DayUse.of(0));
            }
        }
    }

    @Test
    void stricterIsolationCountsExactlyToo() throws Exception {
        PGSimpleDataSource database = StoreKind.postgres(StoreKind.postgresPort());
        database.setOptions("-c default_transaction_isolation=serializable");
        try (PooledDataSource pool = new PooledDataSource(database::getConnection);
                JdbcStore store = JdbcStore.open(pool.dataSource())) {
            List<Boolean> taken = Together.run(Collections.nCopies(6, () -> store.takeCall(TODAY, 3)));

            assertThat(Collections.frequency(taken, true)).isEqualTo(3);
        }
    }

    @Test
    void tablesMadeBySomebodyElseAreEnough() throws Exception {
        PGSimpleDataSource owner = StoreKind.postgres(StoreKind.postgresPort());
        JdbcStore.open(owner).close();
        String schema = owner.getCurrentSchema();
        StoreKind.execute(owner, "create role " + schema + " login");
        StoreKind.execute(owner, "grant usage on schema " + schema + " to " + schema);
        StoreKind.execute(
                owner, "grant select, insert, update, delete on all tables in schema " + schema + " to " + schema);
        PGSimpleDataSource guest = new PGSimpleDataSource();
        guest.setPortNumbers(owner.getPortNumbers());
        guest.setDatabaseName("postgres");
        guest.setUser(schema);
        guest.setCurrentSchema(schema);

        try (JdbcStore store = JdbcStore.open(guest)) {
            assertThat(store.takeCall(TODAY, 1)).isTrue();
        }
        StoreKind.execute(owner, "drop table omdb_store");
        assertThatThrownBy(() -> JdbcStore.open(guest)).hasMessageContaining("lacks rights");
    }

    @Test
    void operationRolledBackForAnotherIsTriedAgain() throws SQLException {
        JdbcDataSource database = StoreKind.h2(folder);
        Deque<SQLException> errors = new ArrayDeque<>();
        AtomicReference<SQLException> always = new AtomicReference<>();
        try (JdbcStore store = JdbcStore.open(PooledDataSource.of(() -> {
            SQLException error = always.get() == null ? errors.poll() : always.get();
            if (error != null) {
                throw error;
            }
            return database.getConnection();
        }))) {
            errors.add(new SQLException("", "40001"));
            errors.add(new SQLException("", "40P01"));
            assertThat(store.takeCall(TODAY, 10)).isTrue();

            always.set(new SQLException("", "40001"));
            assertThatThrownBy(() -> store.takeCall(TODAY, 10)).isInstanceOf(StoreException.class);
        }
    }
}

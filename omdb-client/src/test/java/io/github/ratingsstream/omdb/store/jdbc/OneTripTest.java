package io.github.ratingsstream.omdb.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.kit.CountedStatements;
import io.github.ratingsstream.omdb.kit.PooledDataSource;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.store.Claim;
import io.github.ratingsstream.omdb.store.Claimed;
import io.github.ratingsstream.omdb.store.Claimed.State;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On PostgreSQL a claim is one trip there and back, and so is its end. */
class OneTripTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 24);
    private static final Instant NOON = Instant.parse("2024-11-24T12:00:00Z");
    private static final String KEY = "t=dune";

    private final DataSource database = StoreKind.POSTGRESQL.database(null);
    private final PooledDataSource pool = new PooledDataSource(database::getConnection);
    private final CountedStatements counted = new CountedStatements(pool.dataSource());
    private JdbcStore store;

    @BeforeEach
    void open() {
        store = JdbcStore.open(counted.dataSource());
        counted.executed();
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
        pool.close();
    }

    @Test
    void claimIsOneTripWhateverComesOfIt() {
        assertThat(claim("a", 1).state()).isEqualTo(State.COUNTED);
        assertThat(counted.executed()).isEqualTo(1);
        assertThat(claim("a", 1).state()).isEqualTo(State.LEASED);
        assertThat(counted.executed()).isEqualTo(1);
        assertThat(claim("b", 1).state()).isEqualTo(State.TAKEN);
        assertThat(counted.executed()).isEqualTo(1);

        store.settle(KEY, "a", StoredAnswer.found("{}", NOON));
        assertThat(counted.executed()).isEqualTo(1);
        assertThat(claim("b", 1).state()).isEqualTo(State.ANSWERED);
        assertThat(counted.executed()).isEqualTo(1);
    }

    @Test
    void onTheWireToItIsOneTripToo() throws Exception {
        try (Relay relay = new Relay(StoreKind.postgresPort());
                PooledDataSource through = new PooledDataSource(StoreKind.postgres(relay.port())::getConnection)) {
            store = JdbcStore.open(through.dataSource());
            for (int i = 0; i < 10; i++) {
                int before = relay.turns();
                assertThat(claim("a", 100).state()).isEqualTo(State.COUNTED);
                assertThat(relay.turns() - before).isEqualTo(1);
                store.settle(KEY, "a", StoredAnswer.found("{}", NOON.minus(Duration.ofDays(2))));
                assertThat(relay.turns() - before).isEqualTo(2);
            }
        }
    }

    /** The claim begins before the answer is committed, and waits for the lease. It must see what came meanwhile. */
    @Test
    void claimThatWaitedForTheLeaseFindsTheAnswerOfItsLastHolder() throws Exception {
        claim("a", 10);
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("delete from omdb_lease");
            insertAnswer(holder);

            CompletableFuture<Claimed> waiting = CompletableFuture.supplyAsync(() -> claim("b", 10));
            Until.holds(this::somebodyWaits);
            holder.commit();

            assertThat(waiting.get(5, TimeUnit.MINUTES).state()).isEqualTo(State.ANSWERED);
        }
        assertThat(store.day(TODAY).calls()).isEqualTo(1);
    }

    private static void insertAnswer(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into omdb_answer (request_hash, request, found, body, received_at) values (?, ?, true, ?, ?)")) {
            insert.setBytes(1, KeyHash.of(KEY));
            insert.setBytes(2, new byte[0]);
            insert.setBytes(3, new byte[] {'{', '}'});
            insert.setObject(4, SqlTime.of(NOON));
            insert.executeUpdate();
        }
    }

    private boolean somebodyWaits() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity "
                        + "where wait_event_type = 'Lock' and query like '%omdb_lease%'")) {
            row.next();
            return row.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Claimed claim(String owner, long limit) {
        Duration day = Duration.ofDays(1);
        return store.claim(new Claim(KEY, owner, day, NOON, NOON.minus(day), NOON.minus(day), TODAY, limit));
    }
}

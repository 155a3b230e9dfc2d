package io.github.ratingsstream.omdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.kit.PooledDataSource;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.kit.Together;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store does alike. */
@ParameterizedClass
@EnumSource
class OmdbStoreTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration LONG = Duration.ofHours(1);
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final StoreKind kind;

    @TempDir
    Path folder;

    private PooledDataSource pool;
    private OmdbStore store;

    OmdbStoreTest(StoreKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        pool = new PooledDataSource(kind.database(folder)::getConnection);
        store = kind.open(pool.dataSource());
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
        assertThat(pool.inUse()).isZero();
        pool.close();
    }

    @Test
    void exactlyAsManyCallsAsTheLimitAreCountedForManyThreads() throws Exception {
        Callable<Integer> caller = () -> {
            int taken = 0;
            for (int i = 0; i < 20; i++) {
                taken += store.takeCall(TODAY, 50) ? 1 : 0;
            }
            return taken;
        };

        List<Integer> taken = Together.run(Collections.nCopies(8, caller));

        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(50));
    }

    @Test
    void firstCallsOfADayAreAllCounted() throws Exception {
        for (int day = 0; day < 5; day++) {
            LocalDate fresh = TODAY.plusDays(day);

            List<Boolean> taken = Together.run(Collections.nCopies(6, () -> store.takeCall(fresh, 1_000)));

            assertThat(taken).containsOnly(true);
            assertThat(store.day(fresh)).isEqualTo(DayUse.of(6));
        }
    }

    @Test
    void everyDayHasItsOwnCount() {
        assertThat(store.takeCall(TODAY, 1)).isTrue();
        assertThat(store.takeCall(TODAY, 1)).isFalse();
        assertThat(store.takeCall(TOMORROW, 1)).isTrue();

        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1));
        assertThat(store.day(TODAY.plusDays(2))).isEqualTo(DayUse.of(0));
    }

    @Test
    void raisedLimitLetsMoreCallsOut() {
        assertThat(store.takeCall(TODAY, 1)).isTrue();
        assertThat(store.takeCall(TODAY, 2)).isTrue();
        assertThat(store.takeCall(TODAY, 2)).isFalse();
        assertThat(store.takeCall(TODAY, NO_LIMIT)).isTrue();
        assertThat(store.day(TODAY).calls()).isEqualTo(3);
    }

    @Test
    void limitOfNothingLetsNothingOut() {
        assertThat(store.takeCall(TODAY, 0)).isFalse();
        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(0));
    }

    @Test
    void markKeepsTheInstantOfTheFirst() {
        store.takeCall(TODAY, NO_LIMIT);
        store.markSpent(TODAY, NOON);
        store.markSpent(TODAY, NOON.plusSeconds(60));

        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1).withSpentSince(NOON));
        assertThat(store.day(TOMORROW)).isEqualTo(DayUse.of(0));
    }

    @Test
    void dayCanBeMarkedBeforeItsFirstCall() {
        store.markSpent(TODAY, NOON);
        store.takeCall(TODAY, NO_LIMIT);

        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1).withSpentSince(NOON));
    }

    @Test
    void liftedMarkLeavesTheCount() {
        store.takeCall(TODAY, NO_LIMIT);
        store.markSpent(TODAY, NOON);
        store.clearSpent(TODAY);

        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1));
        assertThat(store.takeProbe(TODAY, NOON.plus(LONG), PAUSE)).isFalse();
    }

    @Test
    void oneOfManyGetsTheProbe() throws Exception {
        store.markSpent(TODAY, NOON);
        Instant due = NOON.plus(PAUSE);

        List<Boolean> probes = Together.run(Collections.nCopies(8, () -> store.takeProbe(TODAY, due, PAUSE)));

        assertThat(Collections.frequency(probes, true)).isEqualTo(1);
    }

    @Test
    void nextProbeIsDueAPauseAfterTheLastOne() {
        store.markSpent(TODAY, NOON);
        Instant due = NOON.plus(PAUSE);

        assertThat(store.takeProbe(TODAY, due.minusMillis(1), PAUSE)).isFalse();
        assertThat(store.takeProbe(TODAY, due, PAUSE)).isTrue();
        assertThat(store.takeProbe(TODAY, due.plus(PAUSE).minusMillis(1), PAUSE))
                .isFalse();
        assertThat(store.takeProbe(TODAY, due.plus(PAUSE), PAUSE)).isTrue();
    }

    @Test
    void probeRefusedByOmdbStartsThePauseAnew() {
        store.markSpent(TODAY, NOON);
        Instant due = NOON.plus(PAUSE);
        store.takeProbe(TODAY, due, PAUSE);
        store.markSpent(TODAY, due.plusSeconds(5));

        assertThat(store.takeProbe(TODAY, due.plus(PAUSE), PAUSE)).isFalse();
        assertThat(store.takeProbe(TODAY, due.plus(PAUSE).plusSeconds(5), PAUSE))
                .isTrue();
    }

    @Test
    void lateWordOfASpentQuotaDoesNotShortenThePause() {
        store.markSpent(TODAY, NOON);
        store.markSpent(TODAY, NOON.minusSeconds(60));

        assertThat(store.takeProbe(TODAY, NOON.plus(PAUSE).minusMillis(1), PAUSE))
                .isFalse();
    }

    @Test
    void dayThatIsNotMarkedHasNoProbes() {
        assertThat(store.takeProbe(TODAY, NOON, PAUSE)).isFalse();
        store.takeCall(TODAY, NO_LIMIT);
        assertThat(store.takeProbe(TODAY, NOON, PAUSE)).isFalse();
    }

    @Test
    void oneOfManyGetsTheLease() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = "t=dune&y=" + round;
            List<Callable<Boolean>> owners = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> store.lease(key, "owner" + i, LONG))
                    .toList();

            assertThat(Collections.frequency(Together.run(owners), true)).isEqualTo(1);
        }
    }

    @Test
    void leaseIsItsOwnersToRenewAndToRelease() {
        assertThat(store.lease("t=dune", "a", LONG)).isTrue();
        assertThat(store.lease("t=dune", "a", LONG)).isTrue();
        store.release("t=dune", "b");
        assertThat(store.lease("t=dune", "b", LONG)).isFalse();
        assertThat(store.lease("t=alien", "b", LONG)).isTrue();

        store.release("t=dune", "a");
        store.release("t=dune", "a");

        assertThat(store.lease("t=dune", "b", LONG)).isTrue();
    }

    @Test
    void leaseEndsByItselfAndRenewingProlongsIt() {
        assertThat(store.lease("t=dune", "a", Duration.ofMillis(1))).isTrue();
        Instant deadline = Instant.now().plusSeconds(10);
        while (!store.lease("t=dune", "b", Duration.ofMillis(1))) {
            assertThat(Instant.now()).isBefore(deadline);
        }

        store.lease("t=dune", "c", LONG);
        while (!store.lease("t=dune", "c", LONG)) {
            assertThat(Instant.now()).isBefore(deadline);
        }
        assertThat(store.lease("t=dune", "b", LONG)).isFalse();
    }

    @Test
    void deletedAnswerIsGone() {
        store.keep("t=dune", StoredAnswer.missed("Movie not found!", NOON));
        store.delete("t=dune");
        store.delete("t=nope");

        assertThat(store.find("t=dune")).isEmpty();
    }

    @Test
    void closingTwiceDoesNothing() {
        store.close();
        store.close();
    }
}

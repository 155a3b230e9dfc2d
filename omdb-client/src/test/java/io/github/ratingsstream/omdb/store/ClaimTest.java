package io.github.ratingsstream.omdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ratingsstream.omdb.kit.PlainStore;
import io.github.ratingsstream.omdb.kit.PooledDataSource;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.store.Claimed.State;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a claim and its end come to, in every store: by its own way in one operation, and by the defaults. */
@ParameterizedClass
@MethodSource("ways")
class ClaimTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 24);
    private static final Instant NOON = Instant.parse("2024-11-24T12:00:00.123456Z");
    private static final Instant A_DAY_AGO = NOON.minus(Duration.ofDays(1));
    private static final Instant AN_HOUR_AGO = NOON.minus(Duration.ofHours(1));
    private static final Duration LONG = Duration.ofHours(1);
    private static final String KEY = "t=dune\u0000'";

    private final StoreKind kind;
    private final boolean byDefaults;

    @TempDir
    Path folder;

    private PooledDataSource pool;
    private OmdbStore store;

    ClaimTest(StoreKind kind, boolean byDefaults) {
        this.kind = kind;
        this.byDefaults = byDefaults;
    }

    static Stream<Arguments> ways() {
        return Stream.of(StoreKind.values())
                .flatMap(kind -> Stream.of(Arguments.of(kind, false), Arguments.of(kind, true)));
    }

    @BeforeEach
    void open() {
        pool = new PooledDataSource(kind.database(folder)::getConnection);
        OmdbStore own = kind.open(pool.dataSource());
        store = byDefaults ? new PlainStore(own) : own;
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
        assertThat(pool.inUse()).isZero();
        pool.close();
    }

    @Test
    void firstClaimOfADayIsCountedAndHasTheLease() {
        assertThat(claim("a", 10)).isEqualTo(new Claimed(State.COUNTED, Optional.empty()));

        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1));
        assertThat(store.lease(KEY, "b", LONG)).isFalse();
    }

    @Test
    void leaseOfAnotherIsLeftAloneAndNothingIsCounted() {
        claim("a", 10);

        assertThat(claim("b", 10)).isEqualTo(new Claimed(State.TAKEN, Optional.empty()));

        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1));
        store.release(KEY, "b");
        assertThat(claim("b", 10).state()).isEqualTo(State.TAKEN);
        store.release(KEY, "a");
        assertThat(claim("b", 10).state()).isEqualTo(State.COUNTED);
    }

    @Test
    void ownLeaseIsRenewedAndTheCallCountedAnew() {
        claim("a", 10);

        assertThat(claim("a", 10).state()).isEqualTo(State.COUNTED);

        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(2));
    }

    @Test
    void leaseThatHasEndedIsTakenOver() {
        store.lease(KEY, "a", Duration.ZERO);

        assertThat(claim("b", 10).state()).isEqualTo(State.COUNTED);
        assertThat(store.lease(KEY, "a", LONG)).isFalse();
    }

    @Test
    void leaseLastsAsLongAsTheClaimSays() {
        store.claim(claimOf(KEY, "a", Duration.ofMillis(1), 10));

        Instant deadline = Instant.now().plusSeconds(60);
        while (claim("b", 10).state() == State.TAKEN) {
            assertThat(Instant.now()).isBefore(deadline);
        }
        assertThat(store.lease(KEY, "a", LONG)).isFalse();
    }

    @Test
    void limitThatIsReachedLeavesTheLeaseWithoutACall() {
        assertThat(claim("a", 0).state()).isEqualTo(State.LEASED);
        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(0));

        assertThat(claim("a", 1).state()).isEqualTo(State.COUNTED);
        assertThat(claim("a", 1).state()).isEqualTo(State.LEASED);
        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1));
        assertThat(claim("a", Long.MAX_VALUE).state()).isEqualTo(State.COUNTED);
        assertThat(store.lease(KEY, "b", LONG)).isFalse();
    }

    @Test
    void dayThatIsMarkedLeavesTheLeaseWithoutACall() {
        store.markSpent(TODAY, NOON);

        assertThat(claim("a", 10).state()).isEqualTo(State.LEASED);

        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(0).withSpentSince(NOON));
        store.clearSpent(TODAY);
        assertThat(claim("a", 10).state()).isEqualTo(State.COUNTED);
    }

    @Test
    void freshAnswerIsGivenAndTheLeaseGoesBack() {
        assumeTrue(store.keepsAnswers());
        for (StoredAnswer fresh : List.of(
                StoredAnswer.found("{\"Title\":\"Dune\u0000\"}", A_DAY_AGO.plusMillis(1)),
                StoredAnswer.missed("Movie not found!", AN_HOUR_AGO.plusMillis(1)))) {
            store.keep(KEY, fresh);

            assertThat(claim("a", 10)).isEqualTo(new Claimed(State.ANSWERED, Optional.of(fresh)));

            assertThat(store.day(TODAY)).isEqualTo(DayUse.of(0));
            assertThat(store.lease(KEY, "b", LONG)).isTrue();
            assertThat(claim("a", 10)).isEqualTo(new Claimed(State.TAKEN, Optional.empty()));
            store.release(KEY, "b");
        }
    }

    @Test
    void expiredAnswerIsGivenBesideTheCall() {
        assumeTrue(store.keepsAnswers());
        for (StoredAnswer expired :
                List.of(StoredAnswer.found("{}", A_DAY_AGO), StoredAnswer.missed("Movie not found!", AN_HOUR_AGO))) {
            store.keep(KEY, expired);

            assertThat(claim("a", 10)).isEqualTo(new Claimed(State.COUNTED, Optional.of(expired)));
        }
        store.markSpent(TODAY, NOON);
        assertThat(claim("a", 10).state()).isEqualTo(State.LEASED);
        assertThat(claim("a", 10).answer()).isPresent();
    }

    @Test
    void settlingKeepsTheAnswerAndGivesTheLeaseBack() {
        StoredAnswer answer = StoredAnswer.found("{\"Title\":\"Dune\u0000\"}", NOON);
        claim("a", 10);

        store.settle(KEY, "a", answer);

        assertThat(store.find(KEY)).isEqualTo(store.keepsAnswers() ? Optional.of(answer) : Optional.empty());
        assertThat(store.lease(KEY, "b", LONG)).isTrue();
    }

    @Test
    void settlingLeavesANewerAnswerAndAnothersLease() {
        StoredAnswer newer = StoredAnswer.missed("Movie not found!", NOON);
        store.keep(KEY, newer);
        claim("a", 10);
        store.lease(KEY, "a", LONG);

        store.settle(KEY, "b", StoredAnswer.found("{}", NOON.minusSeconds(1)));

        assertThat(store.find(KEY)).isEqualTo(store.keepsAnswers() ? Optional.of(newer) : Optional.empty());
        assertThat(store.lease(KEY, "b", LONG)).isFalse();
        store.settle(KEY, "b", StoredAnswer.found("{}", NOON.plusSeconds(1)));
        assertThat(store.find(KEY).isPresent()).isEqualTo(store.keepsAnswers());
    }

    private Claimed claim(String owner, long limit) {
        return store.claim(claimOf(KEY, owner, LONG, limit));
    }

    private static Claim claimOf(String key, String owner, Duration time, long limit) {
        return new Claim(key, owner, time, NOON, A_DAY_AGO, AN_HOUR_AGO, TODAY, limit);
    }
}

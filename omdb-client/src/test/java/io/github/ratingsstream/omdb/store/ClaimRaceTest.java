package io.github.ratingsstream.omdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ratingsstream.omdb.kit.PlainStore;
import io.github.ratingsstream.omdb.kit.PooledDataSource;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.kit.Together;
import io.github.ratingsstream.omdb.store.Claimed.State;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Claims of many at once, in every store and in both ways. */
@ParameterizedClass
@MethodSource("io.github.ratingsstream.omdb.store.ClaimTest#ways")
class ClaimRaceTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 24);
    private static final Instant NOON = Instant.parse("2024-11-24T12:00:00.123456Z");
    private static final Instant A_DAY_AGO = NOON.minus(Duration.ofDays(1));
    private static final Duration LONG = Duration.ofHours(1);

    private final StoreKind kind;
    private final boolean byDefaults;

    @TempDir
    Path folder;

    private PooledDataSource pool;
    private OmdbStore store;

    ClaimRaceTest(StoreKind kind, boolean byDefaults) {
        this.kind = kind;
        this.byDefaults = byDefaults;
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
        pool.close();
    }

    @Test
    void lastCallOfTheDayGoesToOneOfMany() throws Exception {
        for (int day = 0; day < 5; day++) {
            LocalDate utcDay = TODAY.plusDays(day);
            store.takeCall(utcDay, 2);
            List<Callable<State>> claims = IntStream.range(0, 8)
                    .<Callable<State>>mapToObj(i -> () -> state(utcDay + "-" + i, "owner" + i, utcDay, 2))
                    .toList();

            List<State> states = Together.run(claims);

            assertThat(Collections.frequency(states, State.COUNTED)).isEqualTo(1);
            assertThat(Collections.frequency(states, State.LEASED)).isEqualTo(7);
            assertThat(store.day(utcDay)).isEqualTo(DayUse.of(2));
        }
    }

    @Test
    void oneOfManyGetsTheLeaseAndTheOthersFindItsAnswer() throws Exception {
        assumeTrue(store.keepsAnswers());
        for (int round = 0; round < 10; round++) {
            String key = "t=dune&y=" + round;
            List<Callable<State>> owners = IntStream.range(0, 6)
                    .<Callable<State>>mapToObj(i -> () -> untilAnswered(key, "owner" + i))
                    .toList();

            List<State> states = Together.run(owners);

            assertThat(Collections.frequency(states, State.COUNTED)).isEqualTo(1);
            assertThat(Collections.frequency(states, State.ANSWERED)).isEqualTo(5);
            assertThat(store.day(TODAY)).isEqualTo(DayUse.of(round + 1));
        }
    }

    /** As a client does: whoever may call does and settles, the others look again. */
    private State untilAnswered(String key, String owner) {
        while (true) {
            State state = state(key, owner, TODAY, 1_000);
            if (state == State.COUNTED) {
                store.settle(key, owner, StoredAnswer.found("{}", NOON));
            }
            if (state != State.TAKEN) {
                return state;
            }
        }
    }

    private State state(String key, String owner, LocalDate utcDay, long limit) {
        return store.claim(new Claim(key, owner, LONG, NOON, A_DAY_AGO, A_DAY_AGO, utcDay, limit))
                .state();
    }
}

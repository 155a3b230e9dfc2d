package io.github.ratingsstream.omdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.kit.PlainStore;
import io.github.ratingsstream.omdb.kit.PooledDataSource;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.store.Claimed.State;
import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store makes of a machine whose clock is years ahead, or was, or was set back. */
@ParameterizedClass
@EnumSource
class WrongClockTest {

    /** The database's clock is the machine's. */
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private static final Duration TEN_YEARS = Duration.ofDays(3_650);
    private static final Instant AHEAD = NOW.plus(TEN_YEARS);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final StoreKind kind;

    @TempDir
    Path folder;

    private PooledDataSource pool;
    private OmdbStore store;

    WrongClockTest(StoreKind kind) {
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
        pool.close();
    }

    @Test
    void answerFromTheFutureIsReplacedByOneOfToday() {
        assumeTrue(store.keepsAnswers());
        StoredAnswer today = StoredAnswer.found("{\"n\":1}", NOW);
        for (boolean settled : new boolean[] {false, true}) {
            store.keep("t=dune", StoredAnswer.found("{}", AHEAD));
            if (settled) {
                store.settle("t=dune", "a", today);
            } else {
                store.keep("t=dune", today);
            }

            assertThat(store.find("t=dune")).contains(today);
        }
    }

    @Test
    void answerOfAClockThatIsMinutesAheadIsNotReplacedByAnOlder() {
        assumeTrue(store.keepsAnswers());
        StoredAnswer ahead = StoredAnswer.found("{}", NOW.plusSeconds(200));
        store.keep("t=dune", ahead);
        store.keep("t=dune", StoredAnswer.found("{\"n\":1}", NOW));
        store.settle("t=dune", "a", StoredAnswer.found("{\"n\":2}", NOW));

        assertThat(store.find("t=dune")).contains(ahead);
    }

    @Test
    void answerFromTheFutureIsNotFreshForAClaim() {
        assumeTrue(store.keepsAnswers());
        store.keep("t=ahead", StoredAnswer.found("{}", NOW.plusSeconds(301)));
        store.keep("t=nearly", StoredAnswer.found("{}", NOW.plusSeconds(300)));
        for (OmdbStore way : new OmdbStore[] {store, new PlainStore(store)}) {
            assertThat(way.claim(claim("t=ahead")).state()).isEqualTo(State.COUNTED);
            assertThat(way.claim(claim("t=nearly")).state()).isEqualTo(State.ANSWERED);
        }
    }

    private static Claim claim(String key) {
        return new Claim(key, "a", DAY, NOW, NOW.minus(DAY), NOW.minus(DAY), TODAY, 10);
    }

    @Test
    void pruningFindsAnswersFromTheFuture() {
        assumeTrue(store instanceof JdbcStore);
        store.keep("t=dune", StoredAnswer.found("{}", AHEAD));
        store.keep("t=alien", StoredAnswer.found("{}", NOW.plusSeconds(200)));

        assertThat(((JdbcStore) store).prune(NOW.minus(DAY))).isEqualTo(1);

        assertThat(store.find("t=dune")).isEmpty();
        assertThat(store.find("t=alien")).isPresent();
    }

    @Test
    void clientAsksAgainForWhatAClientAheadHasWritten() {
        assumeTrue(store.keepsAnswers());
        client(AHEAD).byTitle("Inception");

        client(NOW).byTitle("Inception");
        assertThat(omdb.simulator().requests()).hasSize(2);

        client(NOW).byTitle("Inception");
        assertThat(omdb.simulator().requests()).hasSize(2);
    }

    private OmdbClient client(Instant now) {
        return omdb.client(builder -> builder.store(store).clock(Clock.fixed(now, ZoneOffset.UTC)));
    }

    @Test
    void clockSetBackDoesNotPutTheProbeOff() {
        store.markSpent(TODAY, NOW);
        Instant setBack = NOW.minus(Duration.ofHours(18));

        assertThat(store.takeProbe(TODAY, setBack, PAUSE)).isTrue();
        assertThat(store.takeProbe(TODAY, setBack.plus(PAUSE).minusMillis(1), PAUSE))
                .isFalse();
        assertThat(store.takeProbe(TODAY, setBack.plus(PAUSE), PAUSE)).isTrue();
    }

    @Test
    void quotaSpentAfterTheClockWasSetBackHasItsWholePause() {
        store.markSpent(TODAY, NOW);
        Instant setBack = NOW.minus(Duration.ofHours(18));
        store.markSpent(TODAY, setBack);

        assertThat(store.takeProbe(TODAY, setBack.plus(PAUSE).minusMillis(1), PAUSE))
                .isFalse();
        assertThat(store.takeProbe(TODAY, setBack.plus(PAUSE), PAUSE)).isTrue();
        assertThat(store.day(TODAY).spentSince()).contains(NOW);
    }

    @Test
    void dayIsCountedAlthoughTheClockHasBeenThroughLaterOnes() {
        for (int day = 12; day > 0; day--) {
            store.takeCall(TODAY.plusDays(day), 1);
        }

        assertThat(store.takeCall(TODAY, 1)).isTrue();
        assertThat(store.takeCall(TODAY, 1)).isFalse();
        assertThat(store.day(TODAY)).isEqualTo(DayUse.of(1));
    }
}

package io.github.ratingsstream.core.parking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.kit.MovableClock;
import io.github.ratingsstream.core.kit.Results;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parked titles in their table, without Spark. */
class ParkingTest {

    private static final Duration BATCH = Duration.ofSeconds(1);

    private final MovableClock clock = new MovableClock();
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private boolean storeDown;
    private Parking parking;
    private long batch;

    @BeforeEach
    void start() throws SQLException {
        parking = begin("MovieStream");
    }

    @Test
    void restFollowsOldestFirstOnceTheFirstIsAnswered() {
        park("c 0", "c 1");
        park(IntStream.range(0, 150).mapToObj(i -> "d " + i).toArray(String[]::new));
        assertThat(parking.waiting()).isEqualTo(152);

        assertThat(done(take(), Results::missed)).containsExactly("c 0");
        assertThat(done(take(), Results::missed))
                .hasSize(100)
                .startsWith("c 1", "d 0")
                .endsWith("d 98");
        assertThat(done(take(), Results::missed)).hasSize(51).endsWith("d 149");
        assertThat(take()).isEmpty();
        assertThat(parking.waiting()).isZero();
    }

    @Test
    void nothingIsTakenWhileABatchBeforeIsNotDone() {
        park("a", "b");
        List<ParkedTitle> first = take();
        long firstBatch = batch;
        clock.advance(Duration.ofHours(1));
        assertThat(take()).isEmpty();

        batch = firstBatch;
        assertThat(done(first, Results::missed)).containsExactly("a");
        assertThat(lines(take())).containsExactly("b");
    }

    @Test
    void anyTextIsKeptAndEachJobHasItsOwnTitles() throws SQLException {
        String odd = "a\u0000b 千 \uD83C\uDFAC";
        park(odd);

        assertThat(begin("Other").waiting()).isZero();
        assertThat(lines(take())).containsExactly(odd);
    }

    @Test
    void titleThatGetsNoAnswerGoesBehindTheOthers() {
        park("poison", "a", "b");
        assertThat(done(take(), Results::unanswered)).isEmpty();
        clock.advance(ParkingSchedule.WHILE_DOWN);

        assertThat(done(take(), Results::missed)).containsExactly("a");
        assertThat(done(take(), Results::missed)).containsExactly("b", "poison");
    }

    @Test
    void titleThatGetsNoAnswerThreeTimesWhenOthersDoIsGivenUp() {
        park("poison");
        for (int i = 0; i < 5; i++) {
            // Alone it proves nothing.
            assertThat(done(take(), Results::unanswered)).isEmpty();
            clock.advance(ParkingSchedule.WHILE_DOWN);
        }
        for (int i = 0; i < 2; i++) {
            parking.after(true, false, false);
            park("other " + i);
            assertThat(done(take(), ParkingTest::noAnswerForPoison)).containsExactly("other " + i);
            clock.advance(ParkingSchedule.WHILE_DOWN);
        }
        assertThat(done(take(), Results::unanswered)).containsExactly("poison");
        assertThat(parking.waiting()).isZero();
    }

    @Test
    void spentQuotaIsNoTitlesFault() {
        park("a", "b");
        for (int i = 0; i < 5; i++) {
            assertThat(done(take(), line -> Results.failed(line, Reason.DAILY_LIMIT, 1)))
                    .isEmpty();
            clock.advance(ParkingSchedule.WHILE_SPENT);
        }
        assertThat(take()).singleElement().satisfies(title -> {
            assertThat(title.line()).isEqualTo("a");
            assertThat(title.lastChance()).isFalse();
        });
    }

    @Test
    void batchThatRunsAgainTakesTheSameTitlesDoneOrNot() throws SQLException {
        park("a", "b", "c");
        done(take(), Results::missed);
        List<ParkedTitle> taken = take();
        long crashed = batch;
        clock.advance(BATCH);

        parking = begin("MovieStream");
        assertThat(parking.take(crashed - BATCH.toMillis()))
                .extracting(ParkedTitle::line)
                .containsExactly("a");
        assertThat(parking.take(crashed)).isEqualTo(taken);
        batch = crashed;
        assertThat(done(taken, Results::missed)).containsExactly("b", "c");
        assertThat(parking.waiting()).isZero();
    }

    @Test
    void titlesABatchTookAndNeverEndedAreAskedForAgain() throws SQLException {
        park("a");
        assertThat(take()).hasSize(1);
        clock.advance(BATCH);

        parking = begin("MovieStream");

        assertThat(lines(take())).containsExactly("a");
    }

    @Test
    void batchThatRunsAgainParksItsTitlesInPlaceOfThoseBefore() throws SQLException {
        park("a", "b", "c");
        long arrived = batch;
        done(take(), Results::missed);
        clock.advance(BATCH);

        parking = begin("MovieStream");
        parking.park(arrived, titles(arrived, "a", "b", "other"));

        assertThat(parking.waiting()).isEqualTo(2);
        assertThat(done(take(), Results::missed)).containsExactly("b");
        assertThat(done(take(), Results::missed)).containsExactly("other");
    }

    @Test
    void whatIsDoneIsForgottenADayLater() throws SQLException {
        park("a");
        done(take(), Results::missed);
        long before = batch;
        clock.advance(Duration.ofHours(25));
        park("b");
        done(take(), Results::missed);
        clock.advance(BATCH);

        assertThat(begin("MovieStream").take(before)).isEmpty();
    }

    @Test
    void storeThatIsDownParksNothingAndLosesNothing() {
        park("a", "b");
        List<ParkedTitle> taken = take();
        long concluded = batch;
        storeDown = true;
        assertThat(parking.park(batch, titles(batch, "c"))).isFalse();
        batch = concluded;
        done(taken, Results::missed);
        clock.advance(ParkingSchedule.WHILE_DOWN);
        assertThat(take()).isEmpty();

        storeDown = false;
        clock.advance(ParkingSchedule.WHILE_DOWN);

        assertThat(lines(take())).containsExactly("b");
        assertThat(parking.waiting()).isEqualTo(1);
    }

    private Parking begin(String job) throws SQLException {
        return new Parking(new ParkingTable(this::database, job), 1, clock);
    }

    private DataSource database() {
        if (storeDown) {
            throw new StoreException("down");
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        return h2;
    }

    private void park(String... lines) {
        clock.advance(BATCH);
        batch = clock.millis();
        assertThat(parking.park(batch, titles(batch, lines))).isTrue();
    }

    private static Iterator<ParkedTitle> titles(long batch, String... lines) {
        return IntStream.range(0, lines.length)
                .mapToObj(i -> new ParkedTitle(batch, i, lines[i], 0, false))
                .iterator();
    }

    private List<ParkedTitle> take() {
        clock.advance(BATCH);
        batch = clock.millis();
        return parking.take(batch);
    }

    /** Ends the batch that took them, and says which are done. */
    private List<String> done(List<ParkedTitle> taken, Function<String, LookupResult> lookUp) {
        List<LookupResult> results = taken.stream()
                .map(title -> title.askedAgain(lookUp.apply(title.line())))
                .toList();
        PartOutcomes outcomes = PartOutcomes.of(0, results.iterator()).next();
        parking.conclude(batch, outcomes.askedAgain(), outcomes.answered());
        parking.after(outcomes.answered(), outcomes.spent(), outcomes.down());
        return results.stream()
                .filter(result -> !result.isWaiting())
                .map(LookupResult::input)
                .toList();
    }

    private static LookupResult noAnswerForPoison(String line) {
        return line.equals("poison") ? Results.unanswered(line) : Results.missed(line);
    }

    private static List<String> lines(List<ParkedTitle> titles) {
        return titles.stream().map(ParkedTitle::line).toList();
    }
}

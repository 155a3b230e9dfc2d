package io.github.ratingsstream.core.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.core.job.ParkedDrain;
import io.github.ratingsstream.core.kit.LocalSpark;
import io.github.ratingsstream.core.kit.MovableClock;
import io.github.ratingsstream.core.kit.Results;
import io.github.ratingsstream.core.lookup.LookUpTitles;
import io.github.ratingsstream.core.lookup.OmdbLookup;
import io.github.ratingsstream.core.output.Tally;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.core.source.Drain;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.store.StoreException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parking between the lookups of batches and what is said and written of them. */
class ParkedLookupsTest {

    private final OmdbSimulator omdb = OmdbSimulator.builder().start();
    private final JavaSparkContext spark = new JavaSparkContext(
            LocalSpark.conf().set("spark.serializer", "org.apache.spark.serializer.KryoSerializer"));
    private final MovableClock clock = new MovableClock();
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private boolean storeDown;
    private ParkedLookups parked;

    @BeforeEach
    void start() throws SQLException {
        URI omdbUrl = omdb.url();
        LookUpTitles lookUp = LookUpTitles.with(OmdbLookup.perExecutor(() -> OmdbClient.builder()
                        .apiKey("any")
                        .baseUrl(omdbUrl)
                        .retries(0)
                        .build()))
                .concurrency(1);
        Parking parking = new Parking(new ParkingTable(this::database, "test"), 1, clock);
        parked = new ParkedLookups(parking, lookUp, 1);
    }

    @AfterEach
    void stop() {
        spark.close();
        omdb.close();
    }

    @Test
    void titlesThatCannotBeAskedForAreParkedAndComeBackBehindALaterBatchsOwn() {
        omdb.failWhen(request -> request.query().equals("t=a") ? Optional.empty() : Optional.of(Fault.page(503)));
        assertThat(run("a", "b", "", "c"))
                .extracting(LookupResult::input, LookupResult::outcome, LookupResult::reason)
                .containsExactly(
                        tuple("a", Outcome.NOT_FOUND, Optional.empty()),
                        tuple("b", Outcome.PARKED, Optional.of(Reason.UNAVAILABLE)),
                        tuple("", Outcome.INVALID, Optional.empty()),
                        tuple("c", Outcome.PARKED, Optional.of(Reason.UNAVAILABLE)));
        Optional<Instant> arrived = Optional.of(clock.instant());
        assertThat(parked.waiting()).isEqualTo(2);

        omdb.failWhen(request -> Optional.empty());

        assertThat(run("d", "e"))
                .extracting(LookupResult::input, LookupResult::outcome, LookupResult::arrivedTime)
                .containsExactly(
                        tuple("d", Outcome.NOT_FOUND, Optional.empty()),
                        tuple("e", Outcome.NOT_FOUND, Optional.empty()),
                        tuple("b", Outcome.NOT_FOUND, arrived),
                        tuple("c", Outcome.NOT_FOUND, arrived));
        assertThat(parked.waiting()).isZero();
    }

    @Test
    void titleThatAStopCutsOffIsOneToAskForLater() {
        assertThat(ParkedTitle.isFor(Results.failed("a", Reason.STOPPING, 0))).isTrue();
    }

    @Test
    void titleThatStillCannotBeAskedForHasNoRecordAndCountsAsNoLine() {
        omdb.failWhen(request -> Optional.of(Fault.page(503)));
        run("a");
        clock.advance(ParkingSchedule.WHILE_DOWN);

        List<LookupResult> results = run();

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.isWaiting()).isTrue());
        Tally tally = Tally.ofPartition(results.iterator()).next();
        assertThat(tally.lines()).isZero();
        assertThat(tally.calls()).isEqualTo(1);
        assertThat(parked.waiting()).isEqualTo(1);
    }

    @Test
    void titlesStayFailedWhereTheStoreCannotTakeThem() {
        omdb.failWhen(request -> Optional.of(Fault.page(503)));
        storeDown = true;

        assertThat(run("a", "b")).extracting(LookupResult::outcome).containsOnly(Outcome.FAILED);

        storeDown = false;
        assertThat(parked.waiting()).isZero();
        assertThat(run("c")).extracting(LookupResult::outcome).containsOnly(Outcome.PARKED);
    }

    @Test
    void titleGoesOnWaitingUntilItsRecordIsWritten() throws SQLException {
        omdb.failWhen(request -> Optional.of(Fault.page(503)));
        run("a");
        omdb.failWhen(request -> Optional.empty());
        long batch = clock.advance(ParkingSchedule.WHILE_DOWN).millis();
        JavaRDD<LookupResult> results =
                parked.in(spark.parallelize(List.of(), 1), batch).cache();
        parked.settle(results, batch);
        assertThat(new ParkingTable(this::database, "test").waiting()).isEqualTo(1);

        parked.conclude(batch);

        assertThat(new ParkingTable(this::database, "test").waiting()).isZero();
    }

    @Test
    void stopTakesNoMoreAndWaitsForWhatWasTaken() throws Exception {
        omdb.failWhen(request -> Optional.of(Fault.page(503)));
        run("a", "b");
        long batch = clock.advance(ParkingSchedule.WHILE_DOWN).millis();
        JavaRDD<LookupResult> taken =
                parked.in(spark.parallelize(List.of(), 1), batch).cache();
        Drain lines = mock();
        when(lines.await(any(), any())).thenReturn(true);
        Drain drain = new ParkedDrain(lines, parked);
        AtomicInteger looks = new AtomicInteger();

        assertThat(drain.await(null, () -> looks.incrementAndGet() > 2)).isFalse();
        parked.settle(taken, batch);
        parked.conclude(batch);

        assertThat(drain.await(null, () -> false)).isTrue();
        clock.advance(ParkingSchedule.WHILE_DOWN);
        assertThat(run()).isEmpty();
        assertThat(parked.waiting()).isEqualTo(2);
    }

    @Test
    void batchThatRunsAgainDoesNotRunWithoutTheTitlesItTook() throws SQLException {
        omdb.failWhen(request -> Optional.of(Fault.page(503)));
        run("a");
        long batch = clock.advance(ParkingSchedule.WHILE_DOWN).millis();
        parked.in(spark.parallelize(List.of(), 1), batch);
        clock.advance(Duration.ofSeconds(1));
        start();
        storeDown = true;

        assertThatThrownBy(() -> parked.in(spark.parallelize(List.of(), 1), batch))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the store can't say which parked titles a batch took");
    }

    /** One batch, as the job does it. */
    private List<LookupResult> run(String... lines) {
        long batch = clock.advance(Duration.ofSeconds(1)).millis();
        JavaRDD<LookupResult> results =
                parked.in(spark.parallelize(List.of(lines), 2), batch).cache();
        parked.settle(results, batch);
        List<LookupResult> settled = parked.settled(results, batch).collect();
        parked.conclude(batch);
        return settled;
    }

    private DataSource database() {
        if (storeDown) {
            throw new StoreException("down");
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        return h2;
    }
}

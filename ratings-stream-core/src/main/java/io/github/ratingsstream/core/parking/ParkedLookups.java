package io.github.ratingsstream.core.parking;

import io.github.ratingsstream.core.lookup.LookUpTitles;
import io.github.ratingsstream.core.result.LookupResult;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Lookups with parking: a batch also asks again for parked titles, and parks those it can't ask for. */
public final class ParkedLookups {

    private final Parking parking;
    private final LookUpTitles lookUp;
    private final LookUpTitles lookUpAgain;
    /** The outcomes of the batch settled last. One batch ends at a time. */
    private List<PartOutcomes> parts = List.of();
    /** Batches whose titles are in the store. */
    private final Set<Long> parked = ConcurrentHashMap.newKeySet();

    /** Parked titles get half of the calls in flight, and leave the other half to what arrives. */
    ParkedLookups(Parking parking, LookUpTitles lookUp, int concurrency) {
        this.parking = parking;
        this.lookUp = lookUp;
        this.lookUpAgain = lookUp.concurrency(Math.max(1, concurrency / 2));
    }

    /**
     * Parking in a store's database.
     *
     * @param database supplies the database, each time it is used; it may throw a {@code StoreException}
     * @param job which job's titles: jobs of different names don't see each other's
     * @param lookUp the step for the titles of a batch
     * @param concurrency the calls in flight of that step
     * @return the step with parking
     * @throws SQLException if the table of parked titles can't be made or read
     * @throws io.github.ratingsstream.omdb.store.StoreException if the database can't be reached
     */
    public static ParkedLookups of(Supplier<DataSource> database, String job, LookUpTitles lookUp, int concurrency)
            throws SQLException {
        Parking parking = new Parking(new ParkingTable(database, job), concurrency, Clock.systemUTC());
        return new ParkedLookups(parking, lookUp, concurrency);
    }

    /**
     * Looks up a batch, and after its lines the parked titles that are due.
     *
     * @param lines the batch's lines
     * @param batch the batch's time, in milliseconds since 1970
     * @return the results, in order
     */
    public JavaRDD<LookupResult> in(JavaRDD<String> lines, long batch) {
        JavaRDD<LookupResult> fresh = lookUp.in(lines);
        List<ParkedTitle> taken = parking.take(batch);
        if (taken.isEmpty()) {
            return fresh;
        }
        JavaRDD<ParkedTitle> waiting =
                JavaSparkContext.fromSparkContext(lines.context()).parallelize(taken, 1);
        return fresh.union(lookUpAgain
                .in(waiting, ParkedTitle::line)
                .map(titleAndResult -> titleAndResult._1().askedAgain(titleAndResult._2())));
    }

    /**
     * Parks what could not be asked for. To be called before the results are written or counted.
     *
     * @param results of {@link #in}, persisted
     * @param batch the batch's time, in milliseconds since 1970
     */
    public void settle(JavaRDD<LookupResult> results, long batch) {
        parked.removeIf(earlier -> earlier < batch);
        parts = List.of();
        if (results.getNumPartitions() == 0) {
            return;
        }
        parts = results.mapPartitionsWithIndex(PartOutcomes::of, true).collect();
        boolean kept = parking.park(batch, toPark(results, parts, batch));
        if (kept && parts.stream().anyMatch(PartOutcomes::hasTitlesToPark)) {
            parked.add(batch);
        }
        parking.after(
                answered(),
                parts.stream().anyMatch(PartOutcomes::spent),
                parts.stream().anyMatch(PartOutcomes::down));
    }

    private boolean answered() {
        return parts.stream().anyMatch(PartOutcomes::answered);
    }

    /**
     * Records the outcome of the parked titles that the batch has asked for again. To be called when their records are
     * written: a crash in between then writes them twice, but loses none.
     *
     * @param batch the time of the batch settled last, in milliseconds since 1970
     */
    public void conclude(long batch) {
        parking.conclude(
                batch,
                parts.stream().flatMap(part -> part.askedAgain().stream()).toList(),
                answered());
    }

    /** Asks for no more parked titles. */
    public void stop() {
        parking.stop();
    }

    /** {@return whether the outcome of all titles that batches have taken is recorded} */
    public boolean isConcluded() {
        return parking.isConcluded();
    }

    /** Fetches one partition at a time. */
    private static Iterator<ParkedTitle> toPark(JavaRDD<LookupResult> results, List<PartOutcomes> parts, long batch) {
        JavaRDD<ParkedTitle> titles = results.mapPartitionsWithIndex((part, all) -> toPark(part, all, batch), true);
        return parts.stream()
                .filter(PartOutcomes::hasTitlesToPark)
                .flatMap(part -> titles.collectPartitions(new int[] {part.partition()})[0].stream())
                .iterator();
    }

    private static Iterator<ParkedTitle> toPark(int partition, Iterator<LookupResult> results, long batch) {
        Stream.Builder<ParkedTitle> titles = Stream.builder();
        for (long place = (long) partition << Integer.SIZE; results.hasNext(); place++) {
            LookupResult result = results.next();
            if (ParkedTitle.isFor(result)) {
                titles.add(new ParkedTitle(batch, place, result.input(), 0, false));
            }
        }
        return titles.build().iterator();
    }

    /**
     * The results of a settled batch, in which titles that are now in the store are parked, not failed.
     *
     * @param results of {@link #in}
     * @param batch the batch's time, in milliseconds since 1970
     * @return the results to write and count
     */
    public JavaRDD<LookupResult> settled(JavaRDD<LookupResult> results, long batch) {
        return parked.contains(batch)
                ? results.map(result -> ParkedTitle.isFor(result) ? result.parked() : result)
                : results;
    }

    /** {@return how many parked titles wait} */
    public long waiting() {
        return parking.waiting();
    }
}

package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.lookup.LookUpTitles;
import io.github.ratingsstream.core.output.BatchReport;
import io.github.ratingsstream.core.output.OutputFolder;
import io.github.ratingsstream.core.parking.ParkedLookups;
import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.Time;

/** What is done with each batch apart from printing it: it is looked up, parked, written and reported. */
public final class BatchWork {

    private final LookUpTitles lookUp;
    private final Optional<ParkedLookups> parked;
    private final Optional<OutputFolder> output;
    private final BatchReport report;

    /**
     * The work of a job.
     *
     * @param lookUp the lookups, if there is no parking
     * @param parked the lookups with parking, if there is a store
     * @param output where records are written, if they are
     * @param report says what became of each batch
     */
    public BatchWork(
            LookUpTitles lookUp, Optional<ParkedLookups> parked, Optional<OutputFolder> output, BatchReport report) {
        this.lookUp = lookUp;
        this.parked = parked;
        this.output = output;
        this.report = report;
    }

    JavaRDD<LookupResult> lookUp(JavaRDD<String> batch, Time time) {
        return parked.map(titles -> titles.in(batch, time.milliseconds())).orElseGet(() -> lookUp.in(batch));
    }

    void begin() {
        report.begin();
    }

    /**
     * Parks before anything is written, because titles that the store does not take are written and reported as failed.
     */
    void end(JavaRDD<LookupResult> results, Time time) throws IOException {
        long batch = time.milliseconds();
        SparkContext spark = results.context();
        SparkNames.during(spark, "park", () -> parked.ifPresent(titles -> titles.settle(results, batch)));
        JavaRDD<LookupResult> settled =
                parked.map(titles -> titles.settled(results, batch)).orElse(results);
        if (output.isPresent() && settled.getNumPartitions() > 0) {
            SparkNames.during(spark, "write", () -> output.get().write(settled, batch));
        }
        parked.ifPresent(titles -> titles.conclude(batch));
        SparkNames.during(spark, "count outcomes", () -> report.end(settled, time));
    }
}

package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.streaming.Time;

/**
 * What the running job does with each batch, under names that a checkpoint can hold. The steps get what they work with
 * from {@link RunningJob}, so a job restored from a checkpoint runs with its own settings.
 */
public enum NamedStep implements VoidFunction2<JavaRDD<LookupResult>, Time> {
    /** Before anything is done with a batch. */
    BEGIN {
        @Override
        public void call(JavaRDD<LookupResult> batch, Time time) throws IOException {
            RunningJob.current().begin(batch, time);
        }
    },
    /** Prints the titles that were found. */
    PRINT {
        @Override
        public void call(JavaRDD<LookupResult> batch, Time time) throws IOException {
            RunningJob.current().print(batch, time);
        }
    },
    /** The last step of a batch: it is parked, written, reported and noted as done. */
    END {
        @Override
        public void call(JavaRDD<LookupResult> batch, Time time) throws IOException {
            RunningJob.current().end(batch, time);
        }
    }
}

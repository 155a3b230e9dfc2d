package io.github.ratingsstream.app;

import io.github.ratingsstream.core.LookupResult;
import java.io.IOException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.streaming.Time;

/** What the running job does with each batch. A checkpoint holds the names of these steps, and none of their settings. */
enum NamedStep implements VoidFunction2<JavaRDD<LookupResult>, Time> {
    BEGIN {
        @Override
        public void call(JavaRDD<LookupResult> batch, Time time) throws IOException {
            RunningJob.current().begin(batch, time);
        }
    },
    PRINT {
        @Override
        public void call(JavaRDD<LookupResult> batch, Time time) throws IOException {
            RunningJob.current().print(batch, time);
        }
    },
    END {
        @Override
        public void call(JavaRDD<LookupResult> batch, Time time) throws IOException {
            RunningJob.current().end(batch, time);
        }
    }
}

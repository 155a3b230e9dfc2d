package io.github.ratingsstream.app;

import io.github.ratingsstream.core.LookupResult;
import java.io.IOException;
import java.io.Serial;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.Time;
import org.apache.spark.streaming.api.java.JavaDStream;

/** The lookups of each batch, as the running job makes them: a checkpoint holds this step, and none of its settings. */
final class LookUpBatch implements Function2<JavaRDD<String>, Time, JavaRDD<LookupResult>> {

    @Serial
    private static final long serialVersionUID = 1;

    /** Persisted, so that a line is looked up once however many outputs there are. */
    static JavaDStream<LookupResult> in(JavaDStream<String> lines) {
        return lines.transform(new LookUpBatch()).persist(StorageLevel.MEMORY_AND_DISK_SER());
    }

    @Override
    public JavaRDD<LookupResult> call(JavaRDD<String> batch, Time time) throws IOException {
        return RunningJob.current().lookUp(batch, time);
    }
}

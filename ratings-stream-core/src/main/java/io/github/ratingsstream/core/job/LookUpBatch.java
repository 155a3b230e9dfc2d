package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.result.LookupResult;
import java.io.IOException;
import java.io.Serial;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.Time;
import org.apache.spark.streaming.api.java.JavaDStream;

/**
 * Looks up each batch as the running job does. A checkpoint can hold this step, as it contains none of the job's
 * settings.
 */
public final class LookUpBatch implements Function2<JavaRDD<String>, Time, JavaRDD<LookupResult>> {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Looks up every line of a stream.
     *
     * @param lines the lines
     * @return the results, persisted: a line is looked up once however many outputs there are
     */
    public static JavaDStream<LookupResult> in(JavaDStream<String> lines) {
        return lines.transform(new LookUpBatch()).persist(StorageLevel.MEMORY_AND_DISK_SER());
    }

    @Override
    public JavaRDD<LookupResult> call(JavaRDD<String> batch, Time time) throws IOException {
        return RunningJob.current().lookUp(batch, time);
    }
}

package io.github.ratingsstream.core.job;

import io.github.ratingsstream.core.parking.ParkedLookups;
import io.github.ratingsstream.core.source.Drain;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/**
 * A stop of a job with parking: it also waits for a batch that asks again for parked titles, even if that has no lines.
 */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
public final class ParkedDrain implements Drain {

    private final Drain lines;
    private final ParkedLookups parked;

    /**
     * A stop with parking.
     *
     * @param lines the source's own drain
     * @param parked the job's lookups
     */
    public ParkedDrain(Drain lines, ParkedLookups parked) {
        this.lines = lines;
        this.parked = parked;
    }

    @Override
    public void account(long more) {
        lines.account(more);
    }

    @Override
    public boolean await(JavaStreamingContext stream, BooleanSupplier failed) throws InterruptedException {
        parked.stop();
        return lines.await(stream, failed) && Drain.until(parked::isConcluded, failed);
    }

    @Override
    public Optional<String> missing() {
        return lines.missing();
    }
}

package io.github.ratingsstream.app;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** A stop where titles may be asked for again: the batch that does it may have no lines, and is to end all the same. */
@SuppressWarnings("deprecation") // DStreams are Spark's legacy API, and what this project is for.
final class ParkedDrain implements Drain {

    private final Drain lines;
    private final ParkedLookups parked;

    ParkedDrain(Drain lines, ParkedLookups parked) {
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

package io.github.ratingsstream.app;

import io.github.ratingsstream.core.LookupResult;
import io.github.ratingsstream.core.Outcome;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.streaming.api.java.JavaDStream;

/** Says on stderr what became of each batch: one status line, and a line for each title without a rating. */
final class BatchReport {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PrintStream err;
    private final Supplier<OptionalLong> callsLeft;
    private final Consumer<Tally> onBatch;
    private long startNanos;

    /** Calls left of the day are said where known. The consumer sees every batch's tally after its report. */
    BatchReport(PrintStream err, Supplier<OptionalLong> callsLeft, Consumer<Tally> onBatch) {
        this.err = err;
        this.callsLeft = callsLeft;
        this.onBatch = onBatch;
    }

    /** The first output operation: takes the time. */
    void begin(JavaDStream<LookupResult> results) {
        results.foreachRDD(rdd -> {
            startNanos = System.nanoTime();
        });
    }

    /** The last output operation. */
    void end(JavaDStream<LookupResult> results) {
        results.foreachRDD((rdd, time) -> {
            Tally tally = rdd.getNumPartitions() == 0
                    ? new Tally()
                    : rdd.mapPartitions(Tally::ofPartition).fold(new Tally(), Tally::plus);
            if (tally.lines() > 0) {
                report(tally, time.milliseconds(), Duration.ofNanos(System.nanoTime() - startNanos));
                onBatch.accept(tally);
            }
        });
    }

    void report(Tally tally, long batchMillis, Duration took) {
        if (tally.refusal().isPresent()) {
            // The job ends with one line about the key.
            return;
        }
        tally.troubles().forEach(result -> err.print(trouble(result)));
        if (tally.troublesLeftOut() > 0) {
            err.print("  and " + tally.troublesLeftOut() + " more not found or failed\n");
        }
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(batchMillis), ZoneId.systemDefault());
        err.print(String.format(
                Locale.ROOT,
                "%s titles %d: rated %d, unrated %d, not found %d, invalid %d, failed %d; calls %d, cache hits %d%s; %.1f s\n",
                time.format(CLOCK),
                tally.lines(),
                tally.count(Outcome.RATED),
                tally.count(Outcome.UNRATED),
                tally.count(Outcome.NOT_FOUND),
                tally.count(Outcome.INVALID),
                tally.count(Outcome.FAILED),
                tally.calls(),
                tally.cacheHits(),
                left(),
                took.toMillis() / 1000.0));
        err.flush();
    }

    private String left() {
        OptionalLong left = callsLeft.get();
        return left.isPresent() ? ", left today " + left.getAsLong() : "";
    }

    private static String trouble(LookupResult result) {
        String input = Printable.escaped(result.input().strip());
        String what = result.reason().map(reason -> "failed, " + reason).orElse("not found");
        return "  " + what + ": " + input + " (" + Printable.escaped(result.note()) + ")\n";
    }
}

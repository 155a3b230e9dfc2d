package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.notice.Printable;
import io.github.ratingsstream.core.result.LookupResult;
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
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.Time;

/** Says on stderr what became of each batch: one status line, and a line for each title without a rating. */
public final class BatchReport {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final int MOST_CHARACTERS = 200;

    private final PrintStream err;
    private final OutcomeColours colours;
    private final Supplier<OptionalLong> callsLeft;
    private final Supplier<OptionalLong> waiting;
    private final Consumer<Tally> onBatch;
    private long startNanos;

    /**
     * A report for each batch.
     *
     * @param err where it goes
     * @param colours how outcomes look there
     * @param callsLeft what is left of the day's calls, if that is known
     * @param waiting how many parked titles wait, if titles are parked
     * @param onBatch takes the tally of each batch that has lines, after its report
     */
    public BatchReport(
            PrintStream err,
            OutcomeColours colours,
            Supplier<OptionalLong> callsLeft,
            Supplier<OptionalLong> waiting,
            Consumer<Tally> onBatch) {
        this.err = err;
        this.colours = colours;
        this.callsLeft = callsLeft;
        this.waiting = waiting;
        this.onBatch = onBatch;
    }

    /** Starts the clock for a batch. */
    public void begin() {
        startNanos = System.nanoTime();
    }

    /**
     * Reports a batch, after everything else was done with it.
     *
     * @param results the batch's results
     * @param time the batch's time
     */
    public void end(JavaRDD<LookupResult> results, Time time) {
        // A fold of Spark's would add up in the order in which tasks end.
        Tally tally = results.getNumPartitions() == 0
                ? new Tally()
                : results.mapPartitions(Tally::ofPartition).collect().stream().reduce(new Tally(), Tally::plus);
        if (tally.lines() > 0) {
            report(tally, time.milliseconds(), Duration.ofNanos(System.nanoTime() - startNanos));
        }
        if (tally.lines() > 0 || tally.refusal().isPresent()) {
            onBatch.accept(tally);
        }
    }

    void report(Tally tally, long batchMillis, Duration took) {
        if (tally.refusal().isPresent()) {
            // The job ends with one line about the key.
            return;
        }
        tally.troubles().forEach(trouble -> err.print(line(trouble)));
        OptionalLong parked = waiting.get();
        if (tally.troublesLeftOut() > 0) {
            String kinds = parked.isPresent() ? "not found, invalid, parked or failed" : "not found, invalid or failed";
            err.print("  and " + tally.troublesLeftOut() + " more " + kinds + "\n");
        }
        err.print(statusLine(tally, batchMillis, parked, took));
        err.flush();
    }

    private String statusLine(Tally tally, long batchMillis, OptionalLong parked, Duration took) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(batchMillis), ZoneId.systemDefault());
        return String.format(
                Locale.ROOT,
                "%s %s, cache hits %d, asked %d%s%s%s%s%s; %.1f s\n",
                time.format(CLOCK),
                tally.inWords(parked.isPresent()),
                tally.count(Origin.CACHE),
                tally.count(Origin.ASKED),
                unlessNone(", shared ", tally.count(Origin.SHARED)),
                unlessNone(", stale ", tally.count(Origin.STALE)),
                unlessNone(", not asked ", tally.count(Origin.NOT_ASKED)),
                said(", left today ", callsLeft.get()),
                said(", waiting ", parked),
                took.toMillis() / 1000.0);
    }

    private static String unlessNone(String what, long number) {
        return number == 0 ? "" : what + number;
    }

    private static String said(String what, OptionalLong number) {
        return number.isPresent() ? what + number.getAsLong() : "";
    }

    private String line(Trouble trouble) {
        LookupResult result = trouble.result();
        String input = Printable.escaped(shortened(result.input().strip()));
        String times = trouble.times() == 1 ? "" : " (×" + trouble.times() + ")";
        return "  " + colours.of(result.outcome(), kind(result)) + ": " + input + times + " ("
                + Printable.escaped(result.note()) + ")\n";
    }

    private static String kind(LookupResult result) {
        String reason = result.reason().map(why -> ", " + why).orElse("");
        return switch (result.outcome()) {
            case INVALID -> "invalid";
            case PARKED -> "parked" + reason;
            case FAILED -> "failed" + reason;
            default -> "not found";
        };
    }

    /** An invalid line may be as long as a book. */
    private static String shortened(String input) {
        int characters = input.codePointCount(0, input.length());
        return characters <= MOST_CHARACTERS
                ? input
                : input.substring(0, input.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }
}

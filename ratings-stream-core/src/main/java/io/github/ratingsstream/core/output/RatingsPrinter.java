package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.core.result.LookupResult;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.Time;
import org.apache.spark.streaming.api.java.JavaDStream;

/**
 * Prints a stream's results on the driver, batch by batch, as PySpark's pprint does.
 *
 * <p>Unlike pprint it has every line looked up, whatever is shown, and prints a partition's rows while later ones are
 * still being looked up. It holds one large partition at a time. Not thread-safe; Spark calls it from one thread.
 */
public final class RatingsPrinter {

    /** Shows every row. */
    public static final int ALL = Integer.MAX_VALUE;

    private static final String RULE = "-".repeat(43) + "\n";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final RowSink out;
    private final RatingFormat format;
    private final int show;

    /**
     * A printer.
     *
     * @param out where rows are printed; flushed after each batch
     * @param format how a row looks
     * @param show rows a batch: 0 for nothing at all, {@link #ALL} for every one
     * @throws IllegalArgumentException if {@code show} is negative
     */
    public RatingsPrinter(PrintStream out, RatingFormat format, int show) {
        this(new RowSink.Direct(Objects.requireNonNull(out, "out")), format, show);
    }

    private RatingsPrinter(RowSink out, RatingFormat format, int show) {
        if (show < 0) {
            throw new IllegalArgumentException("show must be 0 or more: " + show);
        }
        this.out = out;
        this.format = Objects.requireNonNull(format, "format");
        this.show = show;
    }

    /**
     * A printer that never waits for whoever reads, for streams whose results go somewhere else too. What is too much
     * for the output is left out, and once the output is closed, nothing is printed there any more.
     *
     * @param out where rows are printed
     * @param format how a row looks
     * @param show rows a batch: 0 for nothing at all, {@link #ALL} for every one
     * @param notices told how many rows of a batch are left out, and, once, that the output is closed
     * @return a printer
     * @throws IllegalArgumentException if {@code show} is negative
     */
    public static RatingsPrinter inBackground(BackgroundOutput out, RatingFormat format, int show, Notices notices) {
        return new RatingsPrinter(new RowSink.Background(out, notices), format, show);
    }

    /**
     * Prints every batch of a stream, as an output operation. The stream's rows are read more than once, so whatever is
     * expensive before it must be persisted, as {@code LookUpTitles.in} does.
     *
     * @param found the results to print
     */
    public void print(JavaDStream<LookupResult> found) {
        found.foreachRDD((rdd, time) -> {
            print(rdd, time);
        });
    }

    /**
     * Prints one batch, from inside {@code foreachRDD}: for jobs that recover from a checkpoint, which can't hold a
     * printer.
     *
     * @param found the results to print
     * @param time the batch's time
     */
    public void print(JavaRDD<LookupResult> found, Time time) {
        RowsInOrder<LookupResult> rows = new RowsInOrder<>(found, show == ALL ? ALL : show + 1);
        try {
            print(rows, time.milliseconds());
            rows.await();
        } catch (RuntimeException e) {
            rows.cancel();
            throw e;
        }
    }

    void print(Iterator<LookupResult> rows, long batchMillis) {
        if (show == 0) {
            return;
        }
        out.begin(format.hasHeaders() ? RULE + "Time: " + localTime(batchMillis) + "\n" + RULE : "");
        for (int shown = 0; shown < show && rows.hasNext(); shown++) {
            out.row(format.line(rows.next(), batchMillis) + "\n");
        }
        out.end(format.hasHeaders() ? footer(rows.hasNext()) : "");
    }

    private static String footer(boolean more) {
        return more ? "...\n\n" : "\n";
    }

    /** As Python writes a datetime: without a fraction if that is zero. */
    private static String localTime(long millis) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneId.systemDefault());
        return time.format(time.getNano() == 0 ? SECONDS : MICROSECONDS);
    }
}

package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.core.result.LookupResult;
import java.io.Serial;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Objects;
import java.util.UUID;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaPairDStream;
import scala.Tuple2;

/**
 * The step from lines to results: several lookups at a time, results in the order of the lines, one for each.
 *
 * <pre>{@code
 * RatingLookup omdb = OmdbLookup.perExecutor(OmdbClient::fromEnv);
 * JavaDStream<LookupResult> results = LookUpTitles.with(omdb).in(lines);
 * }</pre>
 *
 * <p>Records of another type need a function that finds the title, and come out with their results. A single batch, an
 * RDD, is looked up the same way.
 *
 * <p>Equal lines of a partition share an answer, or a lookup in flight, whatever answers the lookups: the later lines
 * cost no call, and their {@link LookupResult#source} is the cache. A lookup that failed is shared only while in
 * flight.
 *
 * <p>A line never throws: whatever happens to it is in its result. The job fails only where an executor's client can't
 * be made. Immutable.
 */
public final class LookUpTitles implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** The same for all copies, wherever they travel. */
    private final String name;

    private final RatingLookup lookup;
    private final int concurrency;
    private final int buffer;
    private final int maxLineLength;

    private LookUpTitles(String name, RatingLookup lookup, int concurrency, int buffer, int maxLineLength) {
        this.name = name;
        this.lookup = lookup;
        this.concurrency = concurrency;
        this.buffer = buffer;
        this.maxLineLength = maxLineLength;
    }

    /**
     * The step with 16 lookups at a time in each JVM, 10,000 results waiting for their turn, and lines of up to 1,000 characters.
     *
     * @param lookup where ratings come from
     * @return the step
     */
    public static LookUpTitles with(RatingLookup lookup) {
        return new LookUpTitles(
                UUID.randomUUID().toString(), Objects.requireNonNull(lookup, "lookup"), 16, 10_000, 1_000);
    }

    /**
     * Sets how many lookups each executor JVM has in flight, shared by its tasks. Equal lines that share a lookup count
     * once.
     *
     * @param lookups 1 or more
     * @return a new step
     * @throws IllegalArgumentException if less than 1
     */
    public LookUpTitles concurrency(int lookups) {
        return new LookUpTitles(name, lookup, atLeastOne("concurrency", lookups), buffer, maxLineLength);
    }

    /**
     * Sets how many lookups of a task may be started and not yet given out. Results come in the order of the lines, so
     * those behind a slow one wait here; new lookups are held back only when this many wait. As many lines are
     * remembered, to share their answers.
     *
     * @param results 1 or more; if it is below the concurrency, it limits that too
     * @return a new step
     * @throws IllegalArgumentException if less than 1
     */
    public LookUpTitles buffer(int results) {
        return new LookUpTitles(name, lookup, concurrency, atLeastOne("buffer", results), maxLineLength);
    }

    /**
     * Sets the longest line that is looked up. Longer lines are {@code INVALID}, their input cut.
     *
     * @param characters UTF-16 units before trimming, 1 or more
     * @return a new step
     * @throws IllegalArgumentException if less than 1
     */
    public LookUpTitles maxLineLength(int characters) {
        return new LookUpTitles(name, lookup, concurrency, buffer, atLeastOne("maxLineLength", characters));
    }

    /**
     * Looks up every line of a stream.
     *
     * @param lines titles, {@code Title (1999)} or IMDb ids
     * @return a result for each line, in order. It is persisted (in memory, then on disk): however many outputs the job
     *     has, a line is looked up once
     */
    public JavaDStream<LookupResult> in(JavaDStream<String> lines) {
        return lines.<LookupResult>transform(batch -> in(batch)).persist(StorageLevel.MEMORY_AND_DISK_SER());
    }

    /**
     * Looks up the title of every record of a stream.
     *
     * @param <T> the record
     * @param records records that have a title each
     * @param titleOf finds the title of a record
     * @return each record with its result, in order; persisted, as lines are
     */
    public <T> JavaPairDStream<T, LookupResult> in(JavaDStream<T> records, TitleOf<T> titleOf) {
        return records.<T, LookupResult>transformToPair(batch -> in(batch, titleOf))
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
    }

    /**
     * Looks up every line of one batch.
     *
     * @param lines titles, {@code Title (1999)} or IMDb ids
     * @return a result for each line, in order. The lines are looked up each time the results are read: persist them if
     *     that is more than once
     */
    public JavaRDD<LookupResult> in(JavaRDD<String> lines) {
        return in(lines, line -> line).values();
    }

    /**
     * Looks up the title of every record of one batch.
     *
     * @param <T> the record
     * @param records records that have a title each
     * @param titleOf finds the title of a record
     * @return each record with its result, in order, looked up each time they are read
     */
    public <T> JavaPairRDD<T, LookupResult> in(JavaRDD<T> records, TitleOf<T> titleOf) {
        Objects.requireNonNull(titleOf, "titleOf");
        return JavaPairRDD.fromJavaRDD(
                LookupRdd.of(records.rdd(), this, titleOf).toJavaRDD());
    }

    <T> Iterator<Tuple2<T, LookupResult>> lookUp(OwnRecords<T> records, LinesAhead ahead) {
        return new LookupWindow<>(
                records, ahead, new LineLookup(lookup, maxLineLength), InFlight.of(name, concurrency), buffer);
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more: " + value);
        }
        return value;
    }
}

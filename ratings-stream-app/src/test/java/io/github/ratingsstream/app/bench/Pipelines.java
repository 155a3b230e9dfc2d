package io.github.ratingsstream.app.bench;

import io.github.ratingsstream.core.lookup.LookUpTitles;
import io.github.ratingsstream.core.lookup.OmdbLookup;
import io.github.ratingsstream.core.output.RatingFormat;
import io.github.ratingsstream.core.output.RatingsPrinter;
import io.github.ratingsstream.core.result.Found;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.api.java.JavaDStream;

/** What the benchmarks run beside each other. All print every rating, to nowhere. */
public final class Pipelines {

    /** An answer for each title, as a cache has. */
    private static final Map<String, OmdbAnswer<OmdbTitle>> KNOWN = new ConcurrentHashMap<>();

    private Pipelines() {}

    /** The job's own steps. */
    static Consumer<JavaDStream<String>> job(OmdbLookup omdb, int calls) {
        return lines -> outputs(LookUpTitles.with(omdb).concurrency(calls).in(lines), nowhere());
    }

    /** The same outputs of the same results, which are there at once. */
    static Consumer<JavaDStream<String>> withoutLookups() {
        return lines -> outputs(
                lines.map(line -> LookupResult.answered(line, KNOWN.computeIfAbsent(line, Pipelines::answer)))
                        .persist(StorageLevel.MEMORY_AND_DISK_SER()),
                nowhere());
    }

    private static OmdbAnswer<OmdbTitle> answer(String title) {
        String number = String.valueOf(title.hashCode() & 0xF_FFFF);
        return OmdbAnswer.found(OmdbTitle.of(Map.of(
                "Title",
                title,
                "Year",
                "20" + number.charAt(0) + "0",
                "Type",
                "movie",
                "imdbID",
                "tt" + number,
                "imdbRating",
                number.charAt(0) + ".8",
                "imdbVotes",
                number)));
    }

    /** Of the Python script, all rows of which are printed. */
    static Consumer<JavaDStream<String>> naive(URI omdb) {
        PrintStream out = nowhere();
        return lines -> lines.map(new NaivePort(omdb))
                .filter(Objects::nonNull)
                .foreachRDD(rdd -> rdd.collect().forEach(out::println));
    }

    public static void outputs(JavaDStream<LookupResult> results, PrintStream out) {
        new RatingsPrinter(out, RatingFormat.PYTHON, RatingsPrinter.ALL).print(results.filter(new Found()));
    }

    public static OmdbLookup lookup(URI omdb, int calls) {
        return OmdbLookup.perExecutor(() -> OmdbClient.builder()
                .apiKey("bench")
                .baseUrl(omdb)
                .maxConcurrency(calls)
                .build());
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}

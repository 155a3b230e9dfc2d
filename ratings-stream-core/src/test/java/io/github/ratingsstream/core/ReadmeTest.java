package io.github.ratingsstream.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.io.GivenFolder;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.core.kit.StreamKit;
import io.github.ratingsstream.core.lookup.LookUpTitles;
import io.github.ratingsstream.core.lookup.OmdbLookup;
import io.github.ratingsstream.core.lookup.RatingLookup;
import io.github.ratingsstream.core.output.OutputFolder;
import io.github.ratingsstream.core.parking.ParkedLookups;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaPairDStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's code is this code. What would ask the real OMDb is only compiled. */
class ReadmeTest {

    @ParameterizedTest
    @ValueSource(strings = {"job", "records", "source", "parking"})
    void readmeShowsTheExampleThatIsCompiledHere(String name) throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/github/ratingsstream/core/ReadmeTest.java"));
        String example = source.split("// begin " + name + "\n")[1].split("(?m)^ *// end " + name)[0];

        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains("```java\n" + example.stripTrailing().stripIndent() + "\n```");
    }

    static JavaDStream<LookupResult> job(JavaDStream<String> lines) {
        // begin job
        RatingLookup omdb = OmdbLookup.perExecutor(OmdbClient::fromEnv);
        JavaDStream<LookupResult> results = LookUpTitles.with(omdb).in(lines);
        // end job
        return results;
    }

    record Order(String customer, String film) implements Serializable {}

    static JavaPairDStream<Order, LookupResult> records(JavaDStream<Order> orders, RatingLookup omdb) {
        // begin records
        JavaPairDStream<Order, LookupResult> rated = LookUpTitles.with(omdb).in(orders, Order::film);
        // end records
        return rated;
    }

    static RatingLookup source() {
        // begin source
        RatingLookup always8 = request -> CompletableFuture.completedFuture(
                OmdbAnswer.found(OmdbTitle.of(Map.of("Title", request.subject(), "imdbRating", "8.0"))));
        // end source
        return always8;
    }

    /** Static, as tasks have copies of what they hold. */
    private static final AtomicBoolean SPENT = new AtomicBoolean(true);

    /** The quota is back with the second title. */
    private static CompletableFuture<OmdbAnswer<OmdbTitle>> ask(TitleRequest request) {
        if (request.subject().equals("Dune")) {
            SPENT.set(false);
        }
        return SPENT.get()
                ? CompletableFuture.failedFuture(new OmdbException(Reason.DAILY_LIMIT, false, "the quota is spent"))
                : source().lookUp(request);
    }

    @Test
    void parkedTitleHasItsFinalRecordWhenTheQuotaIsBack(@TempDir Path folder) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:parking;DB_CLOSE_DELAY=-1");
        OutputFolder output = OutputFolder.open(
                new GivenFolder("the output", folder.resolve("out").toString()));
        try (StreamKit stream = new StreamKit()) {
            stream.inAnHour();
            stream.batch(1, List.of("Inception")).batch(1, List.of("Dune")).batch(1, List.of("Alien"));
            JavaDStream<String> lines = stream.lines();
            parking(lines, ReadmeTest::ask, database, output);
            stream.run(lines);
        }

        assertThat(Records.texts(folder.resolve("out"), "input"))
                .containsExactly("Inception", "Dune", "Alien", "Inception");
        assertThat(Records.texts(folder.resolve("out"), "outcome"))
                .containsExactly("PARKED", "RATED", "RATED", "RATED");
    }

    private static void parking(JavaDStream<String> lines, RatingLookup omdb, DataSource database, OutputFolder output)
            throws SQLException {
        // begin parking
        ParkedLookups lookups = ParkedLookups.of(() -> database, "films", LookUpTitles.with(omdb), 16);
        lines.foreachRDD((batch, time) -> {
            long millis = time.milliseconds();
            JavaRDD<LookupResult> results = lookups.in(batch, millis).persist(StorageLevel.MEMORY_AND_DISK_SER());
            lookups.settle(results, millis);
            output.write(lookups.settled(results, millis), millis);
            lookups.conclude(millis);
            results.unpersist();
        });
        // end parking
    }
}

package io.github.ratingsstream.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.lookup.LookUpTitles;
import io.github.ratingsstream.core.lookup.OmdbLookup;
import io.github.ratingsstream.core.lookup.RatingLookup;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaPairDStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's code is this code. Compiled only: it would ask the real OMDb. */
class ReadmeTest {

    @ParameterizedTest
    @ValueSource(strings = {"job", "records", "source"})
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
}

package io.github.ratingsstream.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.kit.LocalSpark;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** Code of the user's that throws on executors. */
class UsersCodeTest {

    private static final RatingLookup MISSED =
            request -> CompletableFuture.completedFuture(OmdbAnswer.missed("Movie not found!"));

    @Test
    void recordWhoseTitleThrowsIsInvalidAndTheOthersAreLookedUp() {
        try (JavaSparkContext spark = LocalSpark.start()) {
            JavaRDD<String> batch = spark.parallelize(List.of("1,Dune", "2", "3,Alien"), 2);
            List<LookupResult> results = LookUpTitles.with(MISSED)
                    .in(batch, row -> row.split(",")[1])
                    .values()
                    .collect();

            assertThat(results)
                    .extracting(LookupResult::outcome)
                    .containsExactly(Outcome.NOT_FOUND, Outcome.INVALID, Outcome.NOT_FOUND);
            assertThat(results.get(1).note())
                    .isEqualTo("its title can't be found: java.lang.ArrayIndexOutOfBoundsException");
        }
    }

    @Test
    void clientThatCannotBeMadeFailsTheJobWithItsReason() {
        RatingLookup omdb = OmdbLookup.perExecutor(() -> {
            throw new IllegalStateException("no key on this machine");
        });
        try (JavaSparkContext spark = LocalSpark.start()) {
            JavaRDD<String> batch = spark.parallelize(List.of("Dune", "Alien"), 2);

            assertThatThrownBy(() -> LookUpTitles.with(omdb).in(batch).collect())
                    .rootCause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no key on this machine");
        }
    }
}

package io.github.ratingsstream.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.kit.StreamKit;
import io.github.ratingsstream.core.output.RatingFormat;
import io.github.ratingsstream.core.output.RatingsPrinter;
import io.github.ratingsstream.core.result.Found;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.core.result.Outcome;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.request.TitleType;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaPairDStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

/** The step inside a streaming job, on a clock that the test moves. */
class LookUpTitlesTest {

    /** Static, because lookups travel as copies. */
    private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();

    private static final RatingLookup RATED_8 = request -> {
        ASKED.add(request.toString());
        return CompletableFuture.completedFuture(
                OmdbAnswer.found(OmdbTitle.of(Map.of("Title", request.subject(), "imdbRating", "8.0"))));
    };

    @BeforeEach
    void nothingAskedYet() {
        ASKED.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.serializer=org.apache.spark.serializer.JavaSerializer",
                "spark.serializer=org.apache.spark.serializer.KryoSerializer"
            })
    void everyLineHasOneResultInItsPlace(String serializer) throws Exception {
        List<String> lines = IntStream.range(0, 100).mapToObj(i -> "Title " + i).toList();
        try (StreamKit kit = new StreamKit(serializer).batch(7, lines).batch(1, List.of("", "Dune (2021)"))) {
            JavaDStream<LookupResult> results = LookUpTitles.with(RATED_8).in(kit.lines());
            List<List<LookupResult>> batches = StreamKit.collect(results);
            kit.run(results);

            assertThat(batches.get(0)).extracting(LookupResult::input).isEqualTo(lines);
            assertThat(batches.get(0)).extracting(LookupResult::outcome).containsOnly(Outcome.RATED);
            assertThat(batches.get(1))
                    .extracting(LookupResult::outcome)
                    .containsExactly(Outcome.INVALID, Outcome.RATED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.serializer=org.apache.spark.serializer.JavaSerializer",
                "spark.serializer=org.apache.spark.serializer.KryoSerializer"
            })
    void recordsComeOutWithTheirResultsInOrder(String serializer) throws Exception {
        List<Order> orders =
                IntStream.range(0, 50).mapToObj(i -> new Order(i, "Title " + i)).toList();
        try (StreamKit kit = new StreamKit(serializer)) {
            JavaRDD<Order> batch = kit.spark().parallelize(orders, 7);
            List<Tuple2<Order, LookupResult>> results =
                    LookUpTitles.with(RATED_8).in(batch, Order::film).collect();

            assertThat(results).extracting(each -> each._1().number()).isEqualTo(numbers(50));
            assertThat(results)
                    .allSatisfy(each ->
                            assertThat(each._2().title()).hasValue(each._1().film()));
        }
    }

    @Test
    void recordWithoutTitleIsInvalidAndTheOthersAreLookedUp() throws Exception {
        try (StreamKit kit = new StreamKit().batch(2, List.of("1,Dune", "2", "3,Alien"))) {
            JavaPairDStream<String, LookupResult> results =
                    LookUpTitles.with(RATED_8).in(kit.lines(), row -> row.contains(",") ? row.split(",")[1] : null);
            List<List<Outcome>> outcomes =
                    StreamKit.collect(results.map(each -> each._2().outcome()));
            List<List<String>> rows = StreamKit.collect(results.map(Tuple2::_1));
            kit.run(results.toJavaDStream());

            assertThat(rows.get(0)).containsExactly("1,Dune", "2", "3,Alien");
            assertThat(outcomes.get(0)).containsExactly(Outcome.RATED, Outcome.INVALID, Outcome.RATED);
            assertThat(ASKED).containsExactlyInAnyOrder("Dune", "Alien");
        }
    }

    @Test
    void partitionsThatBecomeOneKeepTheOrder() throws Exception {
        List<String> lines = IntStream.range(0, 40).mapToObj(i -> "T" + i).toList();
        try (StreamKit kit = new StreamKit()) {
            RDD<String> batch = kit.spark().parallelize(lines, 7).rdd();
            for (int size : new int[] {1, 2, 3, 7, 9}) {
                ASKED.clear();
                Neighbours<String> groups = new Neighbours<>(batch, size);
                RDD<Tuple2<String, LookupResult>> results =
                        new LookupRdd<>(groups, 0, LookUpTitles.with(RATED_8), line -> line);

                assertThat(results.getNumPartitions()).isEqualTo((7 + size - 1) / size);
                assertThat(results.toJavaRDD().collect())
                        .extracting(each -> each._2().input())
                        .isEqualTo(lines);
                assertThat(ASKED).containsExactlyInAnyOrderElementsOf(lines);
            }
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** A record of somebody else's. */
    static final class Order implements Serializable {

        private static final long serialVersionUID = 1;

        private final int number;
        private final String film;

        Order(int number, String film) {
            this.number = number;
            this.film = film;
        }

        int number() {
            return number;
        }

        String film() {
            return film;
        }
    }

    @Test
    void lineIsLookedUpOnceHoweverManyOutputsThereAre() throws Exception {
        try (StreamKit kit = new StreamKit().batch(3, List.of("a", "b", "c", "d", "e"))) {
            JavaDStream<LookupResult> results = LookUpTitles.with(RATED_8).in(kit.lines());
            List<List<LookupResult>> collected = StreamKit.collect(results);
            List<List<Long>> counted = StreamKit.collect(results.count());
            List<List<LookupResult>> filtered = StreamKit.collect(results.filter(new Found()));
            kit.run(results);

            assertThat(collected.get(0)).hasSize(5).hasSameSizeAs(filtered.get(0));
            assertThat(counted.get(0)).containsExactly(5L);
            assertThat(ASKED).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        }
    }

    @Test
    void allLinesAreLookedUpWhateverIsShown() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        List<String> lines = IntStream.range(0, 40).mapToObj(i -> "T" + i).toList();
        try (StreamKit kit = new StreamKit().batch(4, lines)) {
            JavaDStream<LookupResult> results = LookUpTitles.with(RATED_8).in(kit.lines());
            new RatingsPrinter(out, RatingFormat.PYTHON, 2).print(results.filter(new Found()));
            kit.run(results);
        }

        assertThat(ASKED).hasSize(40);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("('T0', '8.0')\n('T1', '8.0')\n...\n\n");
    }

    @Test
    void oneClientServesAllTasksOfAJvm() throws Exception {
        try (OmdbSimulator simulator = OmdbSimulator.builder()
                .title(SimulatedTitle.id("tt1375666").title("Inception").rating("8.8"))
                .start()) {
            URI url = simulator.url();
            try (OmdbLookup omdb = OmdbLookup.perExecutor(() -> {
                        ASKED.add("client made");
                        return OmdbClient.builder().apiKey("any").baseUrl(url).build();
                    });
                    StreamKit kit = new StreamKit().batch(4, List.of("Inception", "Nope", "Inception", "Nope"))) {
                JavaDStream<LookupResult> results = LookUpTitles.with(omdb).in(kit.lines());
                List<List<LookupResult>> batches = StreamKit.collect(results);
                kit.run(results);

                assertThat(batches.get(0))
                        .extracting(LookupResult::outcome)
                        .containsExactly(Outcome.RATED, Outcome.NOT_FOUND, Outcome.RATED, Outcome.NOT_FOUND);
                omdb.ofType(TitleType.MOVIE)
                        .lookUp(TitleRequest.byTitle("Inception"))
                        .join();
                assertThat(ASKED).as("for one type too").containsExactly("client made");
            }
        }
    }
}

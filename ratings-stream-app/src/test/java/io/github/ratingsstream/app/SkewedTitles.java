package io.github.ratingsstream.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.streaming.api.java.JavaDStream;

/** Many lines over few titles, the well-known ones more often: votes are their weights. */
final class SkewedTitles {

    static final int LINES = 100_000;
    private static final int TITLES = 400;
    private static final int CALLS = 256;
    private static final int ROUNDS = 5;
    private static final int PLAIN = 0;
    private static final int WARM_UP = 1;
    private static final int FIRST_ROUND = 2;
    private static final int TITLE_COLUMN = 2;
    private static final int VOTES_COLUMN = 10;

    private final Chart chart;

    SkewedTitles(Chart chart) {
        this.chart = chart;
    }

    List<Measure> run() throws Exception {
        Duration latency = Duration.ofMillis(50);
        try (BenchmarkOmdb omdb = new BenchmarkOmdb(latency, latency)) {
            // One without lookups, one to warm up, and for each round one whose client knows nothing.
            List<Consumer<JavaDStream<String>>> pipelines = new ArrayList<>();
            pipelines.add(Pipelines.withoutLookups());
            for (int client = WARM_UP; client < FIRST_ROUND + ROUNDS; client++) {
                pipelines.add(Pipelines.job(Pipelines.lookup(omdb.url(), CALLS), CALLS));
            }
            try (BatchJob job = new BatchJob(pipelines)) {
                return compare(omdb, job);
            }
        }
    }

    private List<Measure> compare(BenchmarkOmdb omdb, BatchJob job) throws Exception {
        List<String> lines = lines();
        for (int round = 0; round < ROUNDS; round++) {
            job.seconds(PLAIN, lines);
            job.seconds(WARM_UP, lines);
        }
        omdb.requests();
        List<Double> plain = new ArrayList<>();
        List<Double> cold = new ArrayList<>();
        List<Double> hot = new ArrayList<>();
        int coldCalls = 0;
        int hotCalls = 0;
        for (int round = FIRST_ROUND; round < FIRST_ROUND + ROUNDS; round++) {
            cold.add(job.seconds(round, lines));
            coldCalls = Math.max(coldCalls, omdb.requests());
            plain.add(job.seconds(PLAIN, lines));
            hot.add(job.seconds(round, lines));
            hotCalls += omdb.requests();
        }
        double beside = DistinctTitles.median(plain);
        chart.bar("no lookups at all", LINES / beside);
        chart.bar("the job, hot cache", LINES / DistinctTitles.median(hot));
        return List.of(
                measure("cold", DistinctTitles.median(cold), beside, coldCalls, new HashSet<>(lines).size()),
                measure("hot", DistinctTitles.median(hot), beside, hotCalls, 0));
    }

    private static Measure measure(String cache, double seconds, double beside, int calls, int expected) {
        return new Measure(
                "100,000 lines over 400 titles by their votes, " + cache,
                DistinctTitles.seconds(seconds) + ", " + calls + " calls for " + expected + " titles not known",
                "without lookups " + DistinctTitles.seconds(beside),
                String.format(Locale.ROOT, "%.2f of its speed", beside / seconds),
                "0.70");
    }

    /** Each title once, the rest by their weights; shuffled. */
    static List<String> lines() {
        List<String[]> rows = Catalogue.lines("catalogue.tsv").stream()
                .map(row -> row.split("\t"))
                .filter(row -> Character.isDigit(row[VOTES_COLUMN].charAt(0)))
                .limit(TITLES)
                .toList();
        double[] upTo = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row[VOTES_COLUMN].replace(",", "")))
                .toArray();
        Arrays.parallelPrefix(upTo, Double::sum);
        Random random = new Random(1);
        List<Integer> drawn = IntStream.range(0, LINES)
                .map(i -> i < TITLES ? i : draw(upTo, random.nextDouble()))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(drawn, random);
        return drawn.stream().map(row -> rows.get(row)[TITLE_COLUMN]).toList();
    }

    private static int draw(double[] upTo, double share) {
        int at = Arrays.binarySearch(upTo, share * upTo[upTo.length - 1]);
        return at < 0 ? -at - 1 : at;
    }
}

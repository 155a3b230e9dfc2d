package io.github.ratingsstream.app.bench;

import io.github.ratingsstream.app.demo.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many lines over few titles, the well-known ones more often: votes are their weights. */
final class SkewedTitles {

    static final int LINES = 100_000;
    private static final int TITLES = 400;
    private static final int CALLS = 256;
    private static final int ROUNDS = 5;
    private static final int PLAIN = 0;
    private static final int LOOKED_UP = 1;
    private static final int TITLE_COLUMN = 2;
    private static final int VOTES_COLUMN = 10;

    private final Chart chart;

    SkewedTitles(Chart chart) {
        this.chart = chart;
    }

    List<Measure> run() throws Exception {
        Duration latency = Duration.ofMillis(50);
        try (BenchmarkOmdb omdb = new BenchmarkOmdb(latency, latency);
                BatchJob job = new BatchJob(List.of(
                        Pipelines.withoutLookups(), Pipelines.job(Pipelines.lookup(omdb.url(), CALLS), CALLS)))) {
            for (int round = 0; round < ROUNDS; round++) {
                job.seconds(PLAIN, lines("warm-up " + round));
                job.seconds(LOOKED_UP, lines("warm-up " + round));
            }
            return compare(omdb, job);
        }
    }

    /** Cold are titles that were not asked for before; client and connections are the same. */
    private List<Measure> compare(BenchmarkOmdb omdb, BatchJob job) throws Exception {
        omdb.requests();
        List<Double> plain = new ArrayList<>();
        List<Double> cold = new ArrayList<>();
        List<Double> hot = new ArrayList<>();
        int coldCalls = 0;
        int hotCalls = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = lines("round " + round);
            cold.add(job.seconds(LOOKED_UP, lines));
            coldCalls = Math.max(coldCalls, omdb.requests());
            plain.add(job.seconds(PLAIN, lines));
            hot.add(job.seconds(LOOKED_UP, lines));
            hotCalls += omdb.requests();
        }
        double beside = DistinctTitles.median(plain);
        chart.bar("no lookups at all", LINES / beside);
        chart.bar("the job, hot cache", LINES / DistinctTitles.median(hot));
        return List.of(
                measure("not asked before", DistinctTitles.median(cold), beside, coldCalls, TITLES),
                measure("in the cache", DistinctTitles.median(hot), beside, hotCalls, 0));
    }

    private static Measure measure(String cache, double seconds, double beside, int calls, int expected) {
        return new Measure(
                "100,000 lines over 400 titles by their votes, " + cache,
                DistinctTitles.seconds(seconds) + ", " + calls + " calls for " + expected + " unknown titles",
                "without lookups " + DistinctTitles.seconds(beside),
                String.format(Locale.ROOT, "%.2f of its speed", beside / seconds),
                "0.70");
    }

    /** Each title once, the rest by their weights; shuffled. The suffix makes them titles of their own. */
    static List<String> lines(String suffix) {
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
        return drawn.stream()
                .map(row -> rows.get(row)[TITLE_COLUMN] + ", " + suffix)
                .toList();
    }

    private static int draw(double[] upTo, double share) {
        int at = Arrays.binarySearch(upTo, share * upTo[upTo.length - 1]);
        return at < 0 ? -at - 1 : at;
    }
}

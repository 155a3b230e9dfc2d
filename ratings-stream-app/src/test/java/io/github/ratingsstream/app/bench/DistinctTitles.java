package io.github.ratingsstream.app.bench;

import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every line another title: the job, a bare loop and the naive port in turns, against one OMDb. */
final class DistinctTitles {

    private static final int CALLS = 256;
    /** Until the JIT compiler is done with what each call needs. */
    private static final int WARM_UP = 3;

    private static final int ROUNDS = 3;
    private static final int NAIVE_TITLES = 100;

    private final Chart chart;

    DistinctTitles(Chart chart) {
        this.chart = chart;
    }

    /** Each answer takes 50 ms. */
    List<Measure> steadyOmdb() throws Exception {
        int titles = 20_000;
        Duration latency = Duration.ofMillis(50);
        try (BenchmarkOmdb omdb = new BenchmarkOmdb(latency, latency);
                BareLoop bare = new BareLoop(omdb.url(), CALLS);
                BatchJob job = new BatchJob(List.of(
                        Pipelines.job(Pipelines.lookup(omdb.url(), CALLS), CALLS), Pipelines.naive(omdb.url())))) {
            Rounds rounds = compare(job, bare, titles);
            job.seconds(1, BenchmarkOmdb.films(0, NAIVE_TITLES));
            double naiveRate = NAIVE_TITLES / job.seconds(1, BenchmarkOmdb.films(NAIVE_TITLES, NAIVE_TITLES));
            chart.bar("naive port", naiveRate);
            chart.bar("bare HTTP loop", titles / rounds.bare());
            chart.bar("the job, in order", titles / rounds.job());
            return List.of(
                    new Measure(
                            "20,000 distinct titles, 50 ms, 256 in flight",
                            seconds(rounds.job()),
                            "bare loop " + seconds(rounds.bare()),
                            String.format(Locale.ROOT, "%.2f of its speed", rounds.bare() / rounds.job()),
                            "0.90"),
                    new Measure(
                            "the same",
                            rate(titles / rounds.job()),
                            "naive port " + rate(naiveRate),
                            String.format(Locale.ROOT, "%.0f times its speed", titles / rounds.job() / naiveRate),
                            "100"));
        }
    }

    /** Answers take 50 to 500 ms, and a slow one holds back those behind it. */
    List<Measure> jitteryOmdb() throws Exception {
        int titles = 10_000;
        double ideal = titles * 0.275 / CALLS;
        try (BenchmarkOmdb omdb = new BenchmarkOmdb(Duration.ofMillis(50), Duration.ofMillis(500));
                BareLoop bare = new BareLoop(omdb.url(), CALLS);
                BatchJob job = new BatchJob(List.of(Pipelines.job(Pipelines.lookup(omdb.url(), CALLS), CALLS)))) {
            Rounds rounds = compare(job, bare, titles);
            return List.of(new Measure(
                    "10,000 distinct titles, 50 to 500 ms, 256 in flight",
                    seconds(rounds.job()),
                    "ideal " + seconds(ideal) + ", bare loop " + seconds(rounds.bare()),
                    String.format(Locale.ROOT, "%.2f times the ideal", rounds.job() / ideal),
                    "1.10"));
        }
    }

    /** Medians. */
    private record Rounds(double job, double bare) {}

    private static Rounds compare(BatchJob job, BareLoop bare, int titles)
            throws InterruptedException, URISyntaxException {
        List<Double> jobs = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            List<String> films = BenchmarkOmdb.films(round * titles, titles);
            double bareSeconds = bare.seconds(films);
            double jobSeconds = job.seconds(0, films);
            if (round >= WARM_UP) {
                bares.add(bareSeconds);
                jobs.add(jobSeconds);
            }
        }
        return new Rounds(median(jobs), median(bares));
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }
}

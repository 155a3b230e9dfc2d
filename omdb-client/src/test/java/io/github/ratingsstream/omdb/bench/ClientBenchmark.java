package io.github.ratingsstream.omdb.bench;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.simulator.BenchmarkServer;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How many lookups a second come to an end, beside a bare loop over the same HTTP library with as many connections: both
 * against one server in another JVM, in turns, each title asked once. The ratio is what counts; the numbers are the
 * machine's.
 */
final class ClientBenchmark {

    private static final int ROUNDS = 9;
    private static final Duration ROUND = Duration.ofSeconds(2);

    private ClientBenchmark() {}

    /** Takes numbers of calls in flight; 16, 64 and 256 without. */
    public static void main(String[] args) throws Exception {
        List<Integer> inFlight = args.length == 0
                ? List.of(16, 64, 256)
                : List.of(args).stream().map(Integer::valueOf).toList();
        System.out.println("latency  in flight  bare/s  client/s  ratio  (lowest to highest)");
        for (int latency : List.of(50, 0)) {
            for (int calls : inFlight) {
                measure(latency, calls);
            }
        }
    }

    private static void measure(int latencyMillis, int calls) throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchmarkServer.class.getName(),
                        String.valueOf(latencyMillis))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            URI url = URI.create("http://127.0.0.1:" + lines.readLine() + "/");
            try (BareLoop bare = new BareLoop(url, calls);
                    OmdbClient client = OmdbClient.builder()
                            .apiKey(BareLoop.KEY)
                            .baseUrl(url)
                            .maxConcurrency(calls)
                            .build()) {
                compare(latencyMillis, new Lanes(calls, bare::get), new Lanes(calls, client.async()::byTitle));
            }
        } finally {
            server.destroyForcibly();
        }
    }

    private static void compare(int latencyMillis, Lanes bare, Lanes client) {
        List<Double> bareRates = new ArrayList<>();
        List<Double> clientRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -2; round < ROUNDS; round++) {
            double bareRate = bare.perSecond(ROUND);
            double clientRate = client.perSecond(ROUND);
            if (round >= 0) {
                bareRates.add(bareRate);
                clientRates.add(clientRate);
                ratios.add(clientRate / bareRate);
            }
        }
        System.out.printf(
                "%4d ms  %9d  %6.0f  %8.0f   %4.2f  (%.2f to %.2f)%n",
                latencyMillis,
                bare.inFlight(),
                median(bareRates),
                median(clientRates),
                median(ratios),
                stream(ratios).min().orElseThrow(),
                stream(ratios).max().orElseThrow());
    }

    private static double median(List<Double> values) {
        return stream(values).sorted().toArray()[values.size() / 2];
    }

    private static DoubleStream stream(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }
}

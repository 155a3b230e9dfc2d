package io.github.ratingsstream.app.bench;

import io.github.ratingsstream.app.LiveJob;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** 500 titles a second for as long as asked; what counts is the longest delay of a batch. */
final class SteadyStream {

    private static final int CALLS = 64;
    private static final int PER_SECOND = 500;
    private static final int PER_TICK = 10;
    private static final long TICK_NANOS = 1_000_000_000L * PER_TICK / PER_SECOND;
    private static final int WARM_UP_SECONDS = 20;

    private SteadyStream() {}

    static Measure run(Duration time) throws Exception {
        Queue<Long> delays = new ConcurrentLinkedQueue<>();
        Duration latency = Duration.ofMillis(50);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (BenchmarkOmdb omdb = new BenchmarkOmdb(latency, latency);
                LiveJob job = new LiveJob(
                        omdb.url(),
                        CALLS,
                        nowhere,
                        batch -> delays.add((Long) batch.totalDelay().get()))) {
            send(job.lines(), WARM_UP_SECONDS, 0);
            delays.clear();
            send(job.lines(), time.toSeconds(), WARM_UP_SECONDS * PER_SECOND);
        }
        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Measure(
                "500 titles a second for " + time.toSeconds() + " s, 50 ms, 64 in flight, 1 s batches",
                String.format(Locale.ROOT, "median delay %.2f s", sorted[sorted.length / 2] / 1000.0),
                sorted.length + " batches",
                String.format(Locale.ROOT, "%.2f s at most", sorted[sorted.length - 1] / 1000.0),
                "1.50 s");
    }

    private static void send(OutputStream lines, long seconds, int firstFilm) throws Exception {
        long start = System.nanoTime();
        for (int sent = 0; sent < seconds * PER_SECOND; sent += PER_TICK) {
            long due = start + sent / PER_TICK * TICK_NANOS;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            List<String> films = BenchmarkOmdb.films(firstFilm + sent, PER_TICK);
            lines.write((String.join("\n", films) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}

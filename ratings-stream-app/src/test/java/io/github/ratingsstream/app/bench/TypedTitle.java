package io.github.ratingsstream.app.bench;

import io.github.ratingsstream.app.LiveJob;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** One title at a time, typed at any moment between two batches, until it is on the screen. */
final class TypedTitle {

    private static final int WARM_UP = 10;
    private static final int TITLES = 60;
    private static final long CALL_MILLIS = 50;

    /** A batch of a second, and a block as Spark makes them. */
    private static final long BATCH_AND_BLOCK_MILLIS = 1_200;

    private TypedTitle() {}

    static Measure run() throws Exception {
        BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
        Random random = new Random(1);
        Duration latency = Duration.ofMillis(CALL_MILLIS);
        long[] millis = new long[TITLES];
        try (BenchmarkOmdb omdb = new BenchmarkOmdb(latency, latency);
                LiveJob job = new LiveJob(omdb.url(), 16, new Screen(seen), batch -> {})) {
            for (int i = -WARM_UP; i < TITLES; i++) {
                LockSupport.parkNanos(random.nextLong(1_000_000_000L));
                long typed = System.nanoTime();
                job.lines().write((BenchmarkOmdb.film(WARM_UP + i) + "\n").getBytes(StandardCharsets.UTF_8));
                long took = seen.take() - typed;
                if (i >= 0) {
                    millis[i] = took / 1_000_000;
                }
            }
        }
        long p95 = LongStream.of(millis).sorted().toArray()[TITLES * 95 / 100];
        return new Measure(
                "one title typed at any moment, until it is printed (p95 of " + TITLES + ")",
                p95 + " ms",
                "batch, block and call: " + (BATCH_AND_BLOCK_MILLIS + CALL_MILLIS) + " ms",
                String.format(Locale.ROOT, "%+d ms", p95 - BATCH_AND_BLOCK_MILLIS - CALL_MILLIS),
                "+100 ms");
    }

    /** Notes when a rating is printed. */
    private static final class Screen extends PrintStream {

        private final BlockingQueue<Long> seen;

        Screen(BlockingQueue<Long> seen) {
            super(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            this.seen = seen;
        }

        @Override
        public void print(String text) {
            if (text.startsWith("('")) {
                seen.add(System.nanoTime());
            }
        }
    }
}

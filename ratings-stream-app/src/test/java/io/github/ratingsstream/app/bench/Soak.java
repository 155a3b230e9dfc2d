package io.github.ratingsstream.app.bench;

import io.github.ratingsstream.app.LiveJob;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Ten million lines through a hot cache, in a JVM of its own with 512 MB; what counts is the heap that is left in use. */
final class Soak {

    private static final int MILLIONS = 10;
    private static final long MILLION = 1_000_000;
    private static final int CALLS = 256;

    private Soak() {}

    static Measure run() throws Exception {
        Duration latency = Duration.ofMillis(50);
        try (BenchmarkOmdb omdb = new BenchmarkOmdb(latency, latency)) {
            List<String> command =
                    new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.add(0, ProcessHandle.current().info().command().orElseThrow());
            command.addAll(List.of(
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Soak.class.getName(),
                    omdb.url().toString()));
            Process soak = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<Long> heaps = soak.inputReader(StandardCharsets.UTF_8)
                    .lines()
                    .map(Long::valueOf)
                    .toList();
            if (soak.waitFor() != 0 || heaps.size() < MILLIONS) {
                throw new IllegalStateException("the soak ended early, after " + heaps.size() + " million lines");
            }
            return measure(heaps, omdb.requests());
        }
    }

    private static Measure measure(List<Long> heaps, int calls) {
        String megabytes =
                heaps.stream().map(bytes -> String.valueOf(bytes >> 20)).collect(Collectors.joining(", "));
        return new Measure(
                "10,000,000 lines over 400 titles, hot cache, 512 MB heap",
                "MB in use after each million: " + megabytes,
                calls + " calls",
                String.format(
                        Locale.ROOT,
                        "%.2f times that after the first million",
                        (double) heaps.get(MILLIONS - 1) / heaps.get(0)),
                "flat");
    }

    /** Takes OMDb's URL, prints the heap in use after each million lines. */
    public static void main(String[] args) throws Exception {
        StageBenchmark.quiet();
        byte[] lines = (String.join("\n", SkewedTitles.lines("soak")) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicLong done = new AtomicLong();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (LiveJob job = new LiveJob(URI.create(args[0]), CALLS, nowhere, batch -> {
                    long before = done.getAndAdd(batch.numRecords());
                    if (done.get() / MILLION > before / MILLION) {
                        System.gc();
                        System.out.println(ManagementFactory.getMemoryMXBean()
                                .getHeapMemoryUsage()
                                .getUsed());
                    }
                    synchronized (done) {
                        done.notifyAll();
                    }
                });
                OutputStream out = new BufferedOutputStream(job.lines())) {
            for (long sent = 0; sent < MILLIONS * MILLION; sent += SkewedTitles.LINES) {
                out.write(lines);
            }
            out.flush();
            synchronized (done) {
                while (done.get() < MILLIONS * MILLION) {
                    done.wait();
                }
            }
        }
        System.exit(0);
    }
}

package io.github.ratingsstream.app.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The benchmarks' OMDb, {@link BenchmarkServer}, in a JVM of its own, so that its work is not the job's. */
final class BenchmarkOmdb implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final URI url;

    /** Answers take from the least to the most. */
    BenchmarkOmdb(Duration least, Duration most) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchmarkServer.class.getName(),
                        String.valueOf(least.toMillis()),
                        String.valueOf(most.toMillis()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        url = URI.create(answers.readLine());
    }

    /** A title for each number. */
    static String film(int number) {
        return String.format(Locale.ROOT, "Film No. %06d", number);
    }

    static List<String> films(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(BenchmarkOmdb::film)
                .toList();
    }

    URI url() {
        return url;
    }

    /** Requests since it was last asked. */
    int requests() throws IOException {
        questions.write('\n');
        questions.flush();
        return Integer.parseInt(answers.readLine());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

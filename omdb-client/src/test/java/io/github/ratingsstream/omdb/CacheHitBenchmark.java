package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.kit.Titles;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What an answer from memory costs: time, and bytes allocated ({@code gc.alloc.rate.norm}). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheHitBenchmark {

    private static final int MANY = 20_000;

    private final TitleRequest request = TitleRequest.byTitle("Inception");
    private final List<TitleRequest> many = IntStream.range(0, MANY)
            .mapToObj(i -> TitleRequest.byTitle("Title " + i))
            .toList();
    private int next;
    private OmdbClient client;

    /** Runs all of them. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(CacheHitBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
    }

    /** Fills the cache. */
    @Setup
    public void open() {
        RawAnswer inception = new RawAnswer(200, Titles.INCEPTION);
        client = new OmdbClient(OmdbClient.builder().apiKey("any").config(), new Canned(inception));
        client.byTitle("Inception");
        client.byTitle("Amélie");
        many.forEach(client::lookUp);
    }

    /** Ends its threads. */
    @TearDown
    public void close() {
        client.close();
    }

    /** A request object that was made once. */
    @Benchmark
    public Object requestUsedAgain() {
        return client.lookUp(request);
    }

    /** A title as callers have it. */
    @Benchmark
    public Object titleAsText() {
        return client.byTitle("Inception");
    }

    /** A title that has to be brought to one Unicode form. */
    @Benchmark
    public Object titleAsTextBeyondAscii() {
        return client.byTitle("Amélie");
    }

    /** One title after the other of so many that none has been asked for lately. */
    @Benchmark
    public Object titleNotAskedForLately() {
        next = next + 1 < MANY ? next + 1 : 0;
        return client.lookUp(many.get(next));
    }

    private record Canned(RawAnswer answer) implements Transport {

        @Override
        public CompletableFuture<RawAnswer> get(URI uri) {
            return CompletableFuture.completedFuture(answer);
        }

        @Override
        public OmdbException tooSlow() {
            throw new IllegalStateException("it answers at once");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}

package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Two processes on one PostgreSQL ask for the same titles at the same time. */
@Tag("slow")
@Timeout(300)
class SharedStoreProcessTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(StoreUser.NOON, ZoneOffset.UTC);

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension(builder -> builder.latency(Duration.ofMillis(40)));

    private final PGSimpleDataSource database = StoreKind.postgres(StoreKind.postgresPort());
    private final List<Process> processes = new ArrayList<>();

    /** What one of them says, line by line as it comes. */
    private record Output(List<String> lines, CompletableFuture<Void> end) {

        static Output of(Process process) {
            List<String> lines = new ArrayList<>();
            return new Output(
                    lines,
                    CompletableFuture.runAsync(() -> process.inputReader(StandardCharsets.UTF_8)
                            .lines()
                            .forEach(line -> {
                                synchronized (lines) {
                                    lines.add(line);
                                }
                            })));
        }

        int count() {
            synchronized (lines) {
                return lines.size();
            }
        }

        /** After its end. */
        Stream<String> outcomes() {
            end.orTimeout(200, TimeUnit.SECONDS).join();
            return lines.stream().filter(line -> !line.equals("ready"));
        }
    }

    @BeforeEach
    void prepareTables() {
        JdbcStore.open(database).close();
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void limitHoldsForBothTogether() throws Exception {
        List<Output> both = start("100");

        assertThat(both)
                .allSatisfy(one -> assertThat(one.outcomes())
                        .hasSize(StoreUser.TITLES)
                        .allMatch(outcome -> outcome.startsWith("answered") || outcome.equals("DAILY_LIMIT 0"))
                        .contains("DAILY_LIMIT 0"));
        assertThat(both.stream().flatMap(Output::outcomes).filter("answered 1"::equals))
                .hasSize(100);
        assertThat(omdb.simulator().queries()).hasSize(100).doesNotHaveDuplicates();
        try (JdbcStore store = JdbcStore.open(database)) {
            assertThat(store.day(TODAY)).isEqualTo(DayUse.of(100));
        }
    }

    @Test
    void neitherPaysForWhatTheOtherAsks() throws Exception {
        List<Output> both = start("1000000");

        assertThat(both)
                .allSatisfy(one -> assertThat(one.outcomes())
                        .hasSize(StoreUser.TITLES)
                        .allMatch(outcome -> outcome.startsWith("answered")));
        assertThat(both.stream().flatMap(Output::outcomes).filter("answered 1"::equals))
                .hasSize(StoreUser.TITLES);
        assertThat(omdb.simulator().queries()).hasSize(StoreUser.TITLES).doesNotHaveDuplicates();
    }

    @Test
    void titlesOfAKilledProcessAreAskedByTheOther() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        omdb.simulator().failWhen(request -> {
            if (asked.incrementAndGet() == 100) {
                processes.get(0).destroyForcibly();
            }
            return Optional.empty();
        });

        List<Output> both = start("1000000");

        assertThat(both.get(1).outcomes())
                .hasSize(StoreUser.TITLES)
                .allMatch(outcome -> outcome.startsWith("answered"));
        assertThat(both.get(0).outcomes().count()).as("killed in mid-run").isLessThan(StoreUser.TITLES);
        assertThat(omdb.simulator().queries())
                .as("no more than those in flight are paid for twice")
                .hasSizeBetween(StoreUser.TITLES, StoreUser.TITLES + 16);
    }

    private List<Output> start(String limit) throws IOException {
        processes.add(process(limit));
        processes.add(process(limit));
        List<Output> outputs = processes.stream().map(Output::of).toList();
        Until.holds(() -> outputs.stream().allMatch(output -> output.count() == 1));
        processes.forEach(SharedStoreProcessTest::go);
        return outputs;
    }

    private Process process(String limit) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreUser.class.getName(),
                        omdb.simulator().url().toString(),
                        String.valueOf(StoreKind.postgresPort()),
                        database.getCurrentSchema(),
                        limit)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void go(Process process) {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

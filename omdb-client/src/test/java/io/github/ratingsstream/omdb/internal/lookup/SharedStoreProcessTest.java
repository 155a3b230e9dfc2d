package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.kit.Child;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Two processes on one PostgreSQL ask for the same titles at the same time. */
@Tag("slow")
@Timeout(600)
class SharedStoreProcessTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(StoreUser.NOON, ZoneOffset.UTC);

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension(builder -> builder.latency(Duration.ofMillis(40)));

    private final PGSimpleDataSource database = StoreKind.postgres(StoreKind.postgresPort());
    private final List<Child> processes = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void prepareTables() {
        JdbcStore.open(database).close();
    }

    @AfterEach
    void end() {
        processes.forEach(Child::close);
    }

    @Test
    void limitHoldsForBothTogether() throws Exception {
        List<Child> both = start("100");

        assertThat(both)
                .allSatisfy(one -> assertThat(outcomes(one))
                        .hasSize(StoreUser.TITLES)
                        .allMatch(outcome ->
                                outcome.startsWith("outcome: answered") || outcome.equals("outcome: DAILY_LIMIT 0"))
                        .contains("outcome: DAILY_LIMIT 0"));
        assertThat(both.stream().flatMap(SharedStoreProcessTest::outcomes).filter("outcome: answered 1"::equals))
                .hasSize(100);
        assertThat(omdb.simulator().queries()).hasSize(100).doesNotHaveDuplicates();
        try (JdbcStore store = JdbcStore.open(database)) {
            assertThat(store.day(TODAY)).isEqualTo(DayUse.of(100));
        }
    }

    @Tag("full")
    @Test
    void neitherPaysForWhatTheOtherAsks() throws Exception {
        List<Child> both = start("1000000");

        assertThat(both)
                .allSatisfy(one -> assertThat(outcomes(one))
                        .hasSize(StoreUser.TITLES)
                        .allMatch(outcome -> outcome.startsWith("outcome: answered")));
        assertThat(both.stream().flatMap(SharedStoreProcessTest::outcomes).filter("outcome: answered 1"::equals))
                .hasSize(StoreUser.TITLES);
        assertThat(omdb.simulator().queries()).hasSize(StoreUser.TITLES).doesNotHaveDuplicates();
    }

    @Tag("full")
    @Test
    void titlesOfAKilledProcessAreAskedByTheOther() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        omdb.simulator().failWhen(request -> {
            if (asked.incrementAndGet() == 100) {
                processes.get(0).kill();
            }
            return Optional.empty();
        });

        List<Child> both = start("1000000");

        assertThat(outcomes(both.get(1)))
                .hasSize(StoreUser.TITLES)
                .allMatch(outcome -> outcome.startsWith("outcome: answered"));
        assertThat(outcomes(both.get(0)).count()).as("killed in mid-run").isLessThan(StoreUser.TITLES);
        assertThat(omdb.simulator().queries())
                .as("no more than those in flight are paid for twice")
                .hasSizeBetween(StoreUser.TITLES, StoreUser.TITLES + 16);
    }

    private List<Child> start(String limit) throws Exception {
        processes.add(process("first", limit));
        processes.add(process("second", limit));
        Until.holds(() -> processes.stream().allMatch(SharedStoreProcessTest::isReady));
        for (Child process : processes) {
            process.type("go");
        }
        return processes;
    }

    private static boolean isReady(Child process) {
        assertThat(process.isAlive()).as(process.output()).isTrue();
        return process.lines().contains("ready");
    }

    private Child process(String name, String limit) throws Exception {
        return Child.java(
                folder.resolve(name),
                StoreUser.class,
                omdb.simulator().url().toString(),
                String.valueOf(StoreKind.postgresPort()),
                database.getCurrentSchema(),
                limit);
    }

    /** At its end. */
    private static Stream<String> outcomes(Child process) {
        try {
            process.exitCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return process.lines().stream().filter(line -> line.startsWith("outcome: "));
    }
}

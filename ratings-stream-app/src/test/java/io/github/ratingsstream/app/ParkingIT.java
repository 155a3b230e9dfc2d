package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** OMDb's quota ends in the middle of a file of titles, and comes back. */
@Tag("full")
class ParkingIT {

    private static final int QUOTA = 100;
    private static final int PARKED = 200;
    private static final int CONCURRENCY = 16;
    private static final List<String> LINES =
            IntStream.range(0, 300).mapToObj(i -> "Film " + i).toList();

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = new FarEnds(omdb -> omdb.apiKey(Submission.KEY)
            .dailyLimit(QUOTA)
            .latency(Duration.ofMillis(20))
            .titles(LINES.stream()
                    .map(line -> SimulatedTitle.id("tt" + (1_000_000 + LINES.indexOf(line)))
                            .title(line)
                            .year("2001")
                            .rating("7.5"))
                    .toList()));

    @Test
    void titlesBeyondTheQuotaWaitAndAreAskedForOnceWhenItIsBackAfterARestart() throws Exception {
        quotaEnds();
        int asked = ends.omdb().requests().size();
        assertThat(asked).isBetween(QUOTA + 1, QUOTA + CONCURRENCY);

        ends.titles().hangUp();
        ends.omdb().setCallsLeft(1_000);
        quotaIsBack();
        assertThat(ends.omdb().requests()).hasSize(asked + PARKED);
    }

    private void quotaEnds() throws Exception {
        try (Submission job = submission().start(folder)) {
            ends.titles().send(String.join("\n", LINES) + "\n");
            job.until(running -> records().size() == LINES.size());
            job.untilSaid(", waiting " + PARKED + "; ");
            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.stderr())
                    .anyMatch(line -> line.matches("  parked, DAILY_LIMIT: Film \\d+ \\(OMDb .*\\)"))
                    .anyMatch(line -> line.matches("  and \\d+ more not found, invalid, parked or failed"))
                    .anyMatch(line -> line.matches(".* invalid 0, parked \\d+, failed 0; .*"));
        }
        assertThat(records()).extracting(record -> text(record, "input")).isEqualTo(LINES);
        assertThat(records()).extracting(record -> text(record, "outcome")).containsOnly("RATED", "PARKED");
        assertThat(records())
                .filteredOn(record -> text(record, "outcome").equals("RATED"))
                .hasSize(QUOTA);
    }

    private void quotaIsBack() throws Exception {
        try (Submission job = submission().start(folder)) {
            // How long a JVM takes to start is not the job's doing.
            job.untilSaid("reading titles from");
            long restart = System.nanoTime();
            job.until(running -> records().size() == LINES.size() + PARKED);
            assertThat(Duration.ofNanos(System.nanoTime() - restart)).isLessThan(Duration.ofMinutes(5));
            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.rows()).hasSize(PARKED);
        }
        List<JsonObject> late = records().subList(LINES.size(), LINES.size() + PARKED);
        assertThat(late).allSatisfy(record -> {
            assertThat(text(record, "outcome")).isEqualTo("RATED");
            assertThat(text(record, "arrivedTime")).isLessThan(text(record, "batchTime"));
        });
        assertThat(late).extracting(record -> text(record, "input")).doesNotHaveDuplicates();
    }

    private List<JsonObject> records() {
        return Records.in(folder.resolve("out"));
    }

    private static String text(JsonObject record, String key) {
        return record.get(key).getAsString();
    }

    private Submission.Builder submission() {
        return ends.submission("--store", folder.resolve("store").toString())
                .options("--output", folder.resolve("out").toString())
                .options("--concurrency", String.valueOf(CONCURRENCY));
    }
}

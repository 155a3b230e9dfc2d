package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.app.kit.TitleServer;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A whole session at a terminal: what a person reads on stderr, from top to bottom. */
@Tag("full")
class SessionIT {

    /** docs/TROUBLESHOOTING.md shows such a session. */
    private static final List<String> STDERR = List.of(
            "ratings-stream: Spark is starting",
            "ratings-stream: 127\\.0\\.0\\.1:\\d+ does not answer; waiting for it \\(try: nc -lk \\d+\\)",
            "ratings-stream: reading titles from 127\\.0\\.0\\.1:\\d+",
            "  not found: No Such Film \\(Movie not found!\\)",
            "[\\d:]{8} titles 2: rated 1, unrated 0, not found 1, invalid 0, failed 0; calls 2, .*; \\d+\\.\\d s",
            "ratings-stream: 127\\.0\\.0\\.1:\\d+ closed the connection; waiting for it to come back",
            "ratings-stream: reading titles from 127\\.0\\.0\\.1:\\d+",
            "  failed, UNAVAILABLE: Alien \\(OMDb answers 503 without data\\)",
            "[\\d:]{8} titles 2: rated 1, unrated 0, not found 0, invalid 0, failed 1; calls 4, .*; \\d+\\.\\d s",
            "ratings-stream: finishing what was received, in up to \\d+ s; once more to stop at once",
            "ratings-stream: in all, titles 4: rated 2, unrated 0, not found 1, invalid 0, failed 1; calls 6");

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    @Test
    void stderrReadsFromTopToBottom() throws Exception {
        ends.omdb()
                .failWhen(
                        request -> request.query().equals("t=Alien") ? Optional.of(Fault.page(503)) : Optional.empty());
        ends.titles().goAway();
        try (Submission job = ends.submission().start(folder)) {
            job.untilSaid("does not answer; waiting for it");
            try (TitleServer late = ends.titles().comeBack()) {
                late.send("Inception\nNo Such Film\n");
                job.untilSaid("titles 2: rated 1");
                late.hangUp();
                job.untilSaid("waiting for it to come back");
                late.send("Alien\nAmélie\n");
                job.until(running -> running.rows().size() == 2);
                job.untilSaid("failed 1;");

                assertThat(job.interrupt().exitCode()).isZero();
            }
            List<String> lines = job.stderr();
            assertThat(lines).hasSameSizeAs(STDERR);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i)).matches(STDERR.get(i));
            }
        }
    }
}

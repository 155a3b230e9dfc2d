package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.app.kit.TitleServer;
import io.github.ratingsstream.core.kit.Records;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Lines on a socket, ratings on stdout. */
class SocketToConsoleIT {

    private static final String HEADER = "-{43}\\nTime: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\n-{43}\\n";
    private static final Pattern BATCHES = Pattern.compile("(" + HEADER + "(\\(.*\\)\\n)*\\n)+");

    private static final String LINES = """
            Inception
            Fast & Furious
            Amélie
            #Alive
            Schindler's List
            The "Best" Man
            100% Wolf
            千と千尋の神隠し
            Dune (2021)
            tt0133093
            """;

    private static final String ROWS = """
            ('Inception', '8.8')
            ('Fast & Furious', '6.6')
            ('Amélie', '8.3')
            ('#Alive', '6.3')
            ("Schindler's List", '9.0')
            ('The "Best" Man', '6.7')
            ('100% Wolf', '5.7')
            ('千と千尋の神隠し', '8.6')
            ('Dune', '8.0')
            ('The Matrix', '8.7')
            """;

    private static final String QUERIES = """
            t=Inception
            t=Fast & Furious
            t=Amélie
            t=#Alive
            t=Schindler's List
            t=The "Best" Man
            t=100% Wolf
            t=千と千尋の神隠し
            t=Dune&y=2021
            i=tt0133093
            """;

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    @Test
    void everyTitleIsAskedOnceAsTypedAndPrintedAsPprintWould() throws Exception {
        try (Submission job = ends.submission().start(folder)) {
            ends.titles().send(LINES);
            job.until(running -> running.rows().size() == 10);

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.rows()).containsExactlyElementsOf(ROWS.lines().toList());
            assertThat(job.stdout()).matches(BATCHES);
        }
        assertThat(ends.omdb().queries())
                .containsExactlyInAnyOrderElementsOf(QUERIES.lines().toList());
    }

    @Tag("full")
    @Test
    void lineOf100MegabytesCostsNothingAndLosesNothing() throws Exception {
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        Path output = folder.resolve("out");
        try (Submission job =
                ends.submission("--output", output.toString()).jvm("-Xmx512m").start(folder)) {
            ends.titles().send("Inception\n");
            for (int i = 0; i < 100; i++) {
                ends.titles().send(megabyte);
            }
            ends.titles().send("\nAmélie\n");
            job.until(running -> running.rows().size() == 2);

            assertThat(job.terminate().exitCode()).isZero();
        }
        assertThat(Records.texts(output, "outcome")).containsExactly("RATED", "INVALID", "RATED");
    }

    @Tag("full")
    @Test
    void socketMayComeLateAndComeBackAndIsWaitedForCalmly() throws Exception {
        ends.titles().goAway();
        try (Submission job = ends.submission().start(folder)) {
            job.untilSaid("does not answer; waiting for it");
            try (TitleServer late = ends.titles().comeBack()) {
                late.send("Inception\n").hangUp();
                late.send("Amélie\n");
                job.until(running -> running.rows().size() == 2);
            }
            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.stderr())
                    .filteredOn(line -> line.contains("waiting for it (try"))
                    .hasSize(1);
            assertThat(job.stderr()).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
        }
    }
}

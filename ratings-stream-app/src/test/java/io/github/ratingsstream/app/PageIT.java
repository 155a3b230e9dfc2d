package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.Crawl;
import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Spark's page, as somebody who opens it in a browser sees it. */
class PageIT {

    private static final Pattern PAGE = Pattern.compile("ratings-stream: Spark's page is (http://\\S+)");

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    @Test
    void jobsAndStagesAreCalledByWhatTheyDoAndOpeningPagesSaysNothing() throws Exception {
        try (Submission job = ends.submission(
                        "--output", folder.resolve("out").toString(),
                        "--store", folder.resolve("store").toString())
                .ui()
                .start(folder)) {
            ends.titles().send("Inception\nNo Such Film\n");
            job.untilSaid("not found 1");
            job.until(running -> !running.rows().isEmpty());
            List<String> before = job.stderr();

            Map<URI, String> pages = Crawl.of(page(job));

            assertThat(page(pages, "/jobs/"))
                    .contains("look up and print", "write", "count outcomes")
                    .doesNotContain("NamedStep", "foreachRDD at");
            assertThat(page(pages, "/stages/")).contains("look up and print", "write", "count outcomes");
            assertThat(pages.keySet().stream().map(URI::getPath)).contains("/streaming/", "/executors/");
            assertThat(job.stderr()).isEqualTo(before);
            assertThat(job.terminate().exitCode()).isZero();
        }
    }

    private static URI page(Submission job) {
        Matcher address = PAGE.matcher(String.join("\n", job.stderr()));
        assertThat(address.find()).isTrue();
        return URI.create(address.group(1) + "/");
    }

    private static String page(Map<URI, String> pages, String path) {
        return pages.entrySet().stream()
                .filter(page -> page.getKey().getPath().equals(path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}

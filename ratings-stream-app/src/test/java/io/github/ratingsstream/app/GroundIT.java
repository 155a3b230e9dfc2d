package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.app.kit.WireTap;
import io.github.ratingsstream.core.kit.Records;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Other people's ground: their class loaders, their proxies, their certificates. */
@Tag("full")
class GroundIT {

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    @Test
    void usersClassPathMayComeFirst() throws Exception {
        Path output = folder.resolve("out");
        try (Submission job = ends.submission("--output", output.toString())
                .conf("spark.driver.userClassPathFirst", "true")
                .start(folder)) {
            ends.titles().send("Inception\nNope\n");
            job.until(running -> Records.in(output).size() == 2);
            job.untilSaid("titles 2:");

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.rows()).containsExactly("('Inception', '8.8')");
            assertThat(job.stderr()).hasSize(6).allMatch(line -> line.matches("(ratings-stream:|  |[\\d:]{8} ).*"));
        }
    }

    @Test
    void proxyOfTheJvmIsUsed() throws Exception {
        try (WireTap proxy = WireTap.proxy(ends.omdb().url());
                Submission job = ends.submissionTo("http://omdb.invalid/")
                        .jvm("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=" + proxy.port())
                        .start(folder)) {
            ends.titles().send("Inception\n");
            job.until(running -> running.rows().size() == 1);

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(proxy.passedOn()).isEqualTo(1);
        }
    }

    @Test
    void trustStoreOfTheJvmIsUsed() throws Exception {
        Path store = WireTap.keyStore(folder);
        try (WireTap omdb = WireTap.tls(ends.omdb().url(), store);
                Submission job = ends.submissionTo("https://localhost:" + omdb.port() + "/")
                        .jvm("-Djavax.net.ssl.trustStore=" + store)
                        .jvm("-Djavax.net.ssl.trustStorePassword=" + WireTap.PASSWORD)
                        .start(folder)) {
            ends.titles().send("Inception\n");
            job.until(running -> running.rows().size() == 1);

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(omdb.passedOn()).isEqualTo(1);
        }
    }

    @Test
    void unknownCertificateIsNamedAndTheTrustStoreWithIt() throws Exception {
        try (WireTap omdb = WireTap.tls(ends.omdb().url(), WireTap.keyStore(folder));
                Submission job = ends.submissionTo("https://localhost:" + omdb.port() + "/")
                        .start(folder)) {
            ends.titles().send("Inception\n");
            job.untilSaid("failed 1;");

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.stderr())
                    .filteredOn(line -> line.startsWith("  failed, UNAVAILABLE: Inception (no secure connection to"))
                    .singleElement()
                    .asString()
                    .contains("check the trust store (javax.net.ssl.trustStore)");
        }
    }
}

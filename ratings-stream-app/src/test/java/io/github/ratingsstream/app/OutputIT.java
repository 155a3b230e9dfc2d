package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One record for every line sent, blank and broken ones too, in order. */
@Tag("full")
class OutputIT {

    private static final List<String> INPUTS = List.of(
            "Inception",
            "",
            "  Amélie ",
            "undefined",
            "b\uFFFDd",
            "\u0000\u0001\u0002",
            "\uFFFD",
            "x".repeat(1_000),
            "Nope",
            "Alien",
            "Breaking Bad",
            "Unseen",
            "no end");

    private static final List<String> OUTCOMES = List.of(
            "RATED",
            "INVALID",
            "RATED",
            "INVALID",
            "INVALID",
            "INVALID",
            "INVALID",
            "INVALID",
            "NOT_FOUND",
            "FAILED",
            "RATED",
            "UNRATED",
            "NOT_FOUND");

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    @ParameterizedTest
    @ValueSource(strings = {"JavaSerializer", "KryoSerializer"})
    void outputHoldsOneRecordForEveryLineInOrder(String serializer) throws Exception {
        ends.omdb()
                .failWhen(request ->
                        request.query().equals("t=Alien") ? Optional.of(Fault.error(200, "Odd.")) : Optional.empty());
        Path output = folder.resolve("out");
        try (Submission job = ends.submission("--output", output.toString())
                .spark("--conf", "spark.serializer=org.apache.spark.serializer." + serializer)
                .start(folder)) {
            ends.titles().send(lines()).hangUp();
            job.until(running -> Records.in(output).size() == INPUTS.size());

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.stderr())
                    .contains(
                            "  not found: Nope (Movie not found!)",
                            "  failed, UNKNOWN: Alien (OMDb says: Odd.)",
                            "  not found: no end (Movie not found!)");
        }
        assertThat(Records.texts(output, "input")).isEqualTo(INPUTS);
        assertThat(Records.texts(output, "outcome")).isEqualTo(OUTCOMES);
        List<JsonObject> records = Records.in(output);
        assertThat(records.get(0).get("imdbVotes").getAsLong()).isEqualTo(2_757_709);
        assertThat(records.get(10).get("year").getAsString()).isEqualTo("2008–2013");
    }

    private static byte[] lines() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(utf8("Inception\r\n\n  Amélie \nundefined\n"));
        lines.writeBytes(new byte[] {'b', (byte) 0xFF, 'd', '\n', 0, 1, 2, '\n'});
        // A lone surrogate, as no UTF-8 may hold it.
        lines.writeBytes(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'});
        lines.writeBytes(utf8("x".repeat(5_000) + "\nNope\nAlien\nBreaking Bad\nUnseen\nno end"));
        return lines.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void utf8DoesNotDependOnTheLocale() throws Exception {
        Path output = folder.resolve("out");
        try (Submission job = ends.submission("--format", "json", "--show", "1", "--output", output.toString())
                .environment("LC_ALL", "C")
                .environment("LANG", "C")
                .jvm("-Dfile.encoding=US-ASCII", "-Dsun.jnu.encoding=ANSI_X3.4-1968")
                .start(folder)) {
            ends.titles().send("Amélie\nÅngström\nInception\n");
            job.until(running -> Records.in(output).size() == 3);

            assertThat(job.terminate().exitCode()).isZero();
            assertThat(job.rows()).first().asString().contains("\"title\":\"Amélie\"");
            assertThat(job.stderr()).contains("  not found: Ångström (Movie not found!)");
        }
        assertThat(Records.texts(output, "input")).containsExactly("Amélie", "Ångström", "Inception");
    }
}

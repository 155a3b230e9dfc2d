package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.ratingsstream.app.kit.FarEnds;
import io.github.ratingsstream.app.kit.Submission;
import io.github.ratingsstream.core.kit.Records;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of lines nobody should send, and the titles among them: each line has its outcome, in a small driver. */
@Tag("full")
class JunkIT {

    private static final int GOOD = 200;
    private static final int JUNK_FOR_EACH_GOOD = 15;
    private static final int MEGABYTES = 100;
    private static final String TITLE = "Inception";

    @TempDir
    Path folder;

    @RegisterExtension
    final FarEnds ends = FarEnds.usual();

    private final Random random = new Random(42);
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private int sent;

    @Test
    void goodTitlesAreRatedAmongJunkAndEveryLineHasOneRecord() throws Exception {
        for (int i = 0; i < GOOD; i++) {
            send((TITLE + (i % 2 == 0 ? "\r" : "")).getBytes(StandardCharsets.UTF_8));
            for (int j = 0; j < JUNK_FOR_EACH_GOOD; j++) {
                send(junk(j));
            }
        }
        Path output = folder.resolve("out");
        try (Submission job = ends.submission("--output", output.toString(), "--concurrency", "64")
                .jvm("-Xmx512m")
                .start(folder)) {
            ends.titles().send(lines.toByteArray());
            for (int i = 0; i < MEGABYTES; i++) {
                ends.titles().send("x".repeat(1 << 20));
            }
            ends.titles().send("\n" + TITLE + "\n");
            job.until(running -> Records.in(output).size() >= sent + 2);

            assertThat(job.terminate().exitCode()).isZero();
        }
        assertOutcomes(Records.in(output));
    }

    private void assertOutcomes(List<JsonObject> records) {
        assertThat(records).hasSize(sent + 2);
        Map<String, List<String>> inputs = records.stream()
                .collect(Collectors.groupingBy(
                        record -> record.get("outcome").getAsString(),
                        Collectors.mapping(record -> record.get("input").getAsString(), Collectors.toList())));
        assertThat(inputs.keySet()).containsOnly("RATED", "UNRATED", "NOT_FOUND", "INVALID");
        assertThat(inputs.get("RATED").stream().filter(TITLE::equals)).hasSize(GOOD + 1);
        // Junk that reads as text is asked for: OMDb has no such film, or one whose name contains it.
        assertThat(inputs.get("NOT_FOUND")).noneMatch(input -> input.isBlank() || input.contains("\uFFFD"));
        assertThat(inputs.get("INVALID")).allMatch(JunkIT::isInvalid).anyMatch(input -> input.length() == 1_000);
    }

    private static boolean isInvalid(String input) {
        return input.contains("\uFFFD")
                || input.length() == 1_000
                || input.chars().allMatch(c -> c <= ' ')
                || input.equalsIgnoreCase("undefined")
                || input.equalsIgnoreCase("null");
    }

    private byte[] junk(int kind) {
        return switch (kind) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {0, 0, 0};
            case 2 -> "undefined".getBytes(StandardCharsets.US_ASCII);
            case 3 -> "y".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
            // A lone surrogate, as no UTF-8 may hold it.
            case 4 -> new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
            case 5 -> " \t \r".getBytes(StandardCharsets.US_ASCII);
            case 6 -> "\u001b[31mNope\u001b[0m".getBytes(StandardCharsets.US_ASCII);
            default -> randomBytes();
        };
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(60)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\n' ? (byte) '.' : bytes[i];
        }
        return bytes;
    }

    private void send(byte[] line) {
        lines.writeBytes(line);
        lines.write('\n');
        sent++;
    }
}

package io.github.ratingsstream.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RatingsPrinterTest {

    private static final String RULE = "-------------------------------------------\n";
    private static final long TEN_PAST = millis(LocalDateTime.of(2023, 4, 4, 12, 0, 10));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    private final List<LookupResult> rows =
            List.of(result("Inception", "8.8"), result("Amélie", "8.3"), result("Unseen", "N/A"));

    @Test
    void batchLooksAsPprintWritesIt() {
        printer(RatingsPrinter.ALL).print(rows.iterator(), TEN_PAST);

        assertThat(printed())
                .isEqualTo(RULE + "Time: 2023-04-04 12:00:10\n" + RULE
                        + "('Inception', '8.8')\n('Amélie', '8.3')\n('Unseen', 'N/A')\n\n");
    }

    @Test
    void rowsLeftOutAreDots() {
        printer(2).print(rows.iterator(), TEN_PAST);

        assertThat(printed()).endsWith("('Amélie', '8.3')\n...\n\n");
    }

    @Test
    void noDotsWhenNothingIsLeftOut() {
        printer(3).print(rows.iterator(), TEN_PAST);

        assertThat(printed()).endsWith("('Unseen', 'N/A')\n\n");
    }

    @Test
    void emptyBatchHasItsHeader() {
        printer(10).print(List.<LookupResult>of().iterator(), TEN_PAST);

        assertThat(printed()).isEqualTo(RULE + "Time: 2023-04-04 12:00:10\n" + RULE + "\n");
    }

    @Test
    void jsonHasNoFrames() {
        RatingsPrinter json = new RatingsPrinter(out, new ResultJson(), RatingsPrinter.ALL);

        json.print(List.<LookupResult>of().iterator(), TEN_PAST);
        json.print(rows.subList(0, 1).iterator(), TEN_PAST);

        assertThat(printed())
                .startsWith("{\"input\":\"Inception\"")
                .endsWith("}\n")
                .hasLineCount(1);
    }

    @Test
    void fractionOfASecondHasSixDigits() {
        printer(10).print(List.<LookupResult>of().iterator(), TEN_PAST + 500);

        assertThat(printed()).contains("Time: 2023-04-04 12:00:10.500000\n");
    }

    @Test
    void zeroRowsPrintNothingAtAll() {
        printer(0).print(rows.iterator(), TEN_PAST);

        assertThat(printed()).isEmpty();
    }

    @Test
    void closedOutputEndsTheStreamInsteadOfPayingForNobody() {
        PrintStream closed = new PrintStream(broken());

        assertThatThrownBy(() -> new RatingsPrinter(closed, RatingFormat.PYTHON, 1).print(rows.iterator(), TEN_PAST))
                .hasMessage("the output of ratings is closed; nothing more is looked up");
    }

    @Test
    void inBackgroundAStuckReaderHoldsNothingBackAndWhatIsTooMuchIsCounted() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        BackgroundOutput stuck = new BackgroundOutput(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        try {
                            reading.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        bytes.write(b);
                    }
                },
                3);
        List<String> said = new ArrayList<>();
        RatingsPrinter printer = RatingsPrinter.inBackground(stuck, RatingFormat.PYTHON, RatingsPrinter.ALL, said::add);

        printer.print(rows.iterator(), TEN_PAST);
        printer.print(rows.iterator(), TEN_PAST);
        assertThat(stuck.await(Duration.ofMillis(1))).isEqualTo(4);
        reading.countDown();
        assertThat(stuck.await(Duration.ofMinutes(1))).isZero();

        assertThat(said)
                .containsExactly(
                        "ratings left out of what is printed, as it is not read: 1",
                        "ratings left out of what is printed, as it is not read: 3");
        assertThat(printed())
                .isEqualTo(RULE + "Time: 2023-04-04 12:00:10\n" + RULE + "('Inception', '8.8')\n('Amélie', '8.3')\n\n");
    }

    @Test
    void inBackgroundAClosedOutputIsSaidOnce() {
        BackgroundOutput closed = new BackgroundOutput(broken(), 1_000);
        List<String> said = new ArrayList<>();
        RatingsPrinter printer =
                RatingsPrinter.inBackground(closed, RatingFormat.PYTHON, RatingsPrinter.ALL, said::add);

        printer.print(rows.iterator(), TEN_PAST);
        assertThat(closed.await(Duration.ofMinutes(1))).isZero();
        printer.print(rows.iterator(), TEN_PAST);
        printer.print(rows.iterator(), TEN_PAST);

        assertThat(said).containsExactly("the output of ratings is closed; nothing more is printed there");
    }

    private static OutputStream broken() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
    }

    @Test
    void fullDiskUnderStdoutIsNotCalledClosed() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        try (TextOutput full = TextOutput.to(new FileOutputStream("/dev/full"))) {
            RatingsPrinter printer = new RatingsPrinter(full, RatingFormat.PYTHON, RatingsPrinter.ALL);

            assertThatThrownBy(() -> printer.print(List.<LookupResult>of().iterator(), 0))
                    .isInstanceOf(UserError.class)
                    .hasMessageMatching("ratings can't be printed: .+; nothing more is looked up");
            assertThat(full.writes()).isZero();
        }
    }

    @Test
    void negativeRowsAreRefused() {
        assertThatThrownBy(() -> printer(-1)).hasMessage("show must be 0 or more: -1");
    }

    private RatingsPrinter printer(int show) {
        return new RatingsPrinter(out, RatingFormat.PYTHON, show);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static LookupResult result(String title, String rating) {
        return LookupResult.answered(
                title, OmdbAnswer.found(OmdbTitle.of(Map.of("Title", title, "imdbRating", rating))));
    }

    private static long millis(LocalDateTime time) {
        return time.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }
}

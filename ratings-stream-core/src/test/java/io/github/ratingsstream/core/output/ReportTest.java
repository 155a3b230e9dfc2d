package io.github.ratingsstream.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.result.LookupResult;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of a batch on stderr, and written of a result as JSON. */
class ReportTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BatchReport report = new BatchReport(
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            OutcomeColours.NONE,
            OptionalLong::empty,
            OptionalLong::empty,
            tally -> {});

    @Test
    void statusLineHasEveryOutcomeAndTheCalls() {
        Tally first = tally(found("Inception", "8.8"), found("Unseen", "N/A"));
        Tally second = tally(missed("Nope"), LookupResult.invalid("", "nothing to ask for"));

        report.report(first.plus(second), 0, Duration.ofMillis(1_240));

        assertThat(said())
                .endsWith(
                        ":00 titles 4: rated 1, unrated 1, not found 1, invalid 1, failed 0; calls 3, cache hits 0, asked 3, not asked 1; 1.2 s\n");
    }

    @Test
    void statusLineHasTheCacheHitsAndWhatIsLeftOfTheDay() {
        LookupResult cached = LookupResult.answered(
                "Nope", OmdbAnswer.<OmdbTitle>missed("Movie not found!").from(OmdbAnswer.Source.CACHE));
        LookupResult stale = LookupResult.answered(
                "Nope", OmdbAnswer.<OmdbTitle>missed("Movie not found!").from(OmdbAnswer.Source.STALE));

        new BatchReport(
                        new PrintStream(bytes, true, StandardCharsets.UTF_8),
                        OutcomeColours.NONE,
                        () -> OptionalLong.of(988),
                        OptionalLong::empty,
                        tally -> {})
                .report(tally(cached).plus(tally(cached, stale, missed("No"))), 0, Duration.ZERO);

        assertThat(said()).endsWith("; calls 1, cache hits 2, asked 1, stale 1, left today 988; 0.0 s\n");
        assertThat(json(cached)).contains("\"source\":\"cache\"");
        assertThat(json(stale)).contains("\"source\":\"stale\"");
    }

    @Test
    void titlesWithoutARatingHaveALineEachUpToTwentyABatch() {
        Tally many =
                IntStream.range(0, 30).mapToObj(i -> tally(missed("Nope " + i))).reduce(new Tally(), Tally::plus);

        report.report(many, 0, Duration.ZERO);

        assertThat(said().lines()).hasSize(22);
        assertThat(said())
                .startsWith("  not found: Nope 0 (Movie not found!)\n")
                .contains("  not found: Nope 19 (Movie not found!)\n  and 10 more not found, invalid or failed\n");
    }

    @Test
    void everyTitleHasOneOrigin() {
        LookupResult shared = LookupResult.answered(
                "Joined", OmdbAnswer.<OmdbTitle>missed("Movie not found!").withCalls(0));
        LookupResult failed = LookupResult.failed(
                "Tried", new OmdbException(Reason.UNAVAILABLE, true, "OMDb answers 503").withCalls(3));
        LookupResult limited = LookupResult.failed(
                "Late", new OmdbException(Reason.DAILY_LIMIT, false, "the daily limit is reached").unsent());

        report.report(tally(found("Inception", "8.8"), shared, failed, limited, limited.parked()), 0, Duration.ZERO);

        assertThat(said()).endsWith("; calls 4, cache hits 0, asked 2, shared 1, not asked 1; 0.0 s\n");
    }

    @Test
    void titleMissedFifteenTimesIsOneLine() {
        Tally many = IntStream.range(0, 15)
                .mapToObj(i -> tally(missed("Alien"), missed("Nope " + i)))
                .reduce(new Tally(), Tally::plus);

        report.report(many, 0, Duration.ZERO);

        assertThat(said())
                .startsWith("  not found: Alien (×15) (Movie not found!)\n  not found: Nope 0 (Movie not found!)\n")
                .contains(" titles 30: ")
                .doesNotContain(" more ");
    }

    @Test
    void invalidLinesAreShownAndBlankOnesOnlyCounted() {
        report.report(
                tally(
                        LookupResult.invalid("x".repeat(1_000), "longer than 1000 characters"),
                        LookupResult.invalid(" ", "nothing to ask for")),
                0,
                Duration.ZERO);

        assertThat(said())
                .startsWith("  invalid: " + "x".repeat(200) + "… (longer than 1000 characters)\n")
                .contains("invalid 2,")
                .satisfies(text -> assertThat(text.lines()).hasSize(2));
    }

    @Test
    void coloursAreForTerminalsAlone() {
        new BatchReport(
                        new PrintStream(bytes, true, StandardCharsets.UTF_8),
                        OutcomeColours.TERMINAL,
                        OptionalLong::empty,
                        OptionalLong::empty,
                        tally -> {})
                .report(tally(missed("Nope")), 0, Duration.ZERO);
        String coloured = said();
        bytes.reset();
        report.report(tally(missed("Nope")), 0, Duration.ZERO);

        assertThat(coloured).startsWith("  \u001b[33mnot found\u001b[0m: Nope (");
        assertThat(said()).doesNotContain("\u001b");
    }

    @Test
    void titleCannotMoveTheCursor() {
        report.report(tally(missed("a\u001b[2Jb\rc\u202e")), 0, Duration.ZERO);

        assertThat(said()).startsWith("  not found: a\\u001b[2Jb\\u000dc\\u202e (");
    }

    @Test
    void jsonHasTheSameKeysAlways() {
        String keys = "input outcome title year type imdbId imdbRating imdbVotes source reason batchTime arrivedTime";

        assertThat(json(found("Inception", "8.8")))
                .isEqualTo(
                        "{\"input\":\"Inception\",\"outcome\":\"RATED\",\"title\":\"Inception\",\"year\":2010,"
                                + "\"type\":\"movie\",\"imdbId\":\"tt1375666\",\"imdbRating\":8.8,\"imdbVotes\":2757709,"
                                + "\"source\":\"api\",\"reason\":null,\"batchTime\":\"1970-01-01T00:00:01Z\",\"arrivedTime\":null}");
        assertThat(json(missed("<&'> \uD83C"))).startsWith("{\"input\":\"<&'> \uFFFD\",\"outcome\":\"NOT_FOUND\",");
        assertThat(Stream.of(json(LookupResult.invalid("", "x")).split("[{,]"))
                        .skip(1)
                        .map(pair -> pair.split("\"")[1]))
                .containsExactly(keys.split(" "));
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String json(LookupResult result) {
        return new ResultJson().line(result, 1_000);
    }

    private static Tally tally(LookupResult... results) {
        return Tally.ofPartition(List.of(results).iterator()).next();
    }

    private static LookupResult missed(String input) {
        return LookupResult.answered(input, OmdbAnswer.missed("Movie not found!"));
    }

    private static LookupResult found(String title, String rating) {
        return LookupResult.answered(
                title,
                OmdbAnswer.found(OmdbTitle.of(Map.of(
                        "Title",
                        title,
                        "Year",
                        "2010",
                        "Type",
                        "movie",
                        "imdbID",
                        "tt1375666",
                        "imdbRating",
                        rating,
                        "imdbVotes",
                        "2,757,709"))));
    }
}

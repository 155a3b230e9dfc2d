package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.app.kit.Script;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the README says of the job's behaviour: each sentence names the test that holds it. */
class ClaimsTest {

    private static final Map<String, List<String>> CLAIMS = new LinkedHashMap<>();

    static {
        claim(
                "stdout carries the titles OMDb found, in pprint's frames, and nothing else.",
                "app.SocketToConsoleIT#everyTitleIsAskedOnceAsTypedAndPrintedAsPprintWould");
        claim(
                "As with pprint, a batch without titles has an empty frame; with `--format json` there are no frames.",
                "core.output.RatingsPrinterTest#emptyBatchHasItsHeader",
                "core.output.RatingsPrinterTest#jsonHasNoFrames");
        claim("stderr has one status line for each batch with titles.", "app.SessionIT#stderrReadsFromTopToBottom");
        claim(
                "Titles that are not found, invalid, parked or failed have a line each on stderr, equal ones together,"
                        + " up to 20 a batch.",
                "core.output.ReportTest#titlesWithoutARatingHaveALineEachUpToTwentyABatch",
                "core.output.ReportTest#titleMissedFifteenTimesIsOneLine");
        claim("A blank line is only counted.", "core.output.ReportTest#invalidLinesAreShownAndBlankOnesOnlyCounted");
        claim(
                "Ctrl-C, SIGTERM or SIGHUP finishes what was received; a second signal stops at once.",
                "app.StopIT#sigtermInMidBatchFinishesWhatWasReceived",
                "app.StopIT#sighupInMidBatchFinishesWhatWasReceived",
                "app.SessionIT#stderrReadsFromTopToBottom",
                "app.StopIT#secondSignalStopsAtOnce");
        claim(
                "The exit code is 0 for a job that was stopped as asked.",
                "app.StopIT#sigtermInMidBatchFinishesWhatWasReceived");
        claim(
                "After a second signal it is 128 plus the signal's number: 130 for Ctrl-C, 143 for SIGTERM.",
                "app.StopIT#secondSignalStopsAtOnce");
        claim(
                "It is 1 when the stream failed, with one line that says why.",
                "app.MistakesIT#failedStreamIsOneLineAndExitCodeOne");
        claim(
                "It is 2 for a mistake in the options or the set-up, before anything is started.",
                "app.MistakesIT#mistakeIsOneLineAndExitCodeTwo",
                "app.MistakesIT#missingKeyIsOneLineAndExitCodeTwo");
        claim("It is 3 when OMDb refuses the key.", "app.MistakesIT#refusedKeyIsOneLineAndExitCodeThree");
        claim("Your Spark settings win over the job's.", "app.SparkSettingsTest#whatTheUserSetStays");
        claim(
                "One of them is changed: a local master with a single thread gets a second one, and the job says so.",
                "app.SparkSettingsTest#oneThreadIsRaisedToTwo",
                "app.MistakesIT#oneThreadMasterIsRaisedAndSaidSo");
    }

    private static void claim(String sentence, String... tests) {
        CLAIMS.put(sentence, List.of(tests));
    }

    @Test
    void everySentenceOfTheReadmeHasARow() throws IOException {
        String readme = Files.readString(Script.CHECKOUT.resolve("README.md"));
        String section = readme.split("## What it prints, and how it ends\n")[1].split("\nThe words of")[0];

        List<String> sentences = Arrays.stream(section.strip().split("(?m)^- "))
                .map(sentence -> sentence.strip().replaceAll("\\s+", " "))
                .filter(sentence -> !sentence.isEmpty())
                .toList();

        assertThat(sentences).containsExactlyElementsOf(CLAIMS.keySet());
    }

    @Test
    void everyRowNamesTestsThatAreThere() {
        assertThat(CLAIMS.values())
                .allSatisfy(tests -> assertThat(tests)
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(isTest(name)).as(name).isTrue()));
    }

    private static boolean isTest(String name) {
        String[] parts = name.split("#");
        try {
            Class<?> type = Class.forName("io.github.ratingsstream." + parts[0]);
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.getName().equals(parts[1]))
                    .anyMatch(ClaimsTest::isTest);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isTest(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .anyMatch(name -> name.endsWith("Test"));
    }
}

package io.github.ratingsstream.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.kit.LocalSpark;
import io.github.ratingsstream.core.result.LookupResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.streaming.Time;
import org.junit.jupiter.api.Test;

/** What is said of a batch has the order of its lines, whichever task ends first. */
class TallyInOrderTest {

    /** Static, because tasks have copies of what they use. */
    private static final CountDownLatch LAST_HAS_ENDED = new CountDownLatch(1);

    @Test
    void troublesAreInTheOrderOfTheLines() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        BatchReport report = new BatchReport(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                OutcomeColours.NONE,
                OptionalLong::empty,
                OptionalLong::empty,
                tally -> {});
        try (JavaSparkContext spark = LocalSpark.start()) {
            spark.sc().addSparkListener(new SparkListener() {
                @Override
                public void onTaskEnd(SparkListenerTaskEnd end) {
                    LAST_HAS_ENDED.countDown();
                }
            });
            JavaRDD<LookupResult> results = spark.parallelize(List.of("first", "last"), 2)
                    .map(line -> {
                        if (line.equals("first")) {
                            LAST_HAS_ENDED.await();
                        }
                        return LookupResult.invalid(line, "test");
                    });

            report.end(results, new Time(1_000));
        }

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .startsWith("  invalid: first (test)", "  invalid: last (test)");
    }
}

package io.github.ratingsstream.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.kit.LocalSpark;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.Test;

class SparkNamesTest {

    private final Queue<String> stages = new ConcurrentLinkedQueue<>();

    @Test
    void jobsAreCalledByTheirWorkWhileItLasts() throws Exception {
        try (JavaSparkContext spark = LocalSpark.start()) {
            spark.sc().addSparkListener(new SparkListener() {
                @Override
                public void onJobStart(SparkListenerJobStart job) {
                    job.stageInfos().foreach(stage -> stages.add(stage.name()));
                }
            });

            SparkNames.during(
                    spark.sc(), "write", () -> spark.parallelize(List.of(1)).count());
            spark.parallelize(List.of(1)).count();
            spark.sc().listenerBus().waitUntilEmpty();
        }

        assertThat(stages).hasSize(2).first().isEqualTo("write");
        assertThat(stages).last().asString().startsWith("count at ");
    }
}

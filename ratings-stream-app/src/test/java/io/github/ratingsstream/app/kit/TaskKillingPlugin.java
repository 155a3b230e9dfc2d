package io.github.ratingsstream.app.kit;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Kills the first attempt of every task that looks up lines, a moment after it began: every other one with an interrupt.
 * Travels in a jar without the tests.
 */
public final class TaskKillingPlugin implements SparkPlugin {

    private static final long A_MOMENT_MILLIS = 150;

    /** For Spark. */
    public TaskKillingPlugin() {
        // No state.
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public Map<String, String> init(SparkContext spark, PluginContext plugin) {
                spark.addSparkListener(new Killer(spark));
                return Map.of();
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return null;
    }

    private static final class Killer extends SparkListener {

        private final SparkContext spark;
        private final Set<Integer> stages = ConcurrentHashMap.newKeySet();

        Killer(SparkContext spark) {
            this.spark = spark;
        }

        @Override
        public void onStageSubmitted(SparkListenerStageSubmitted stage) {
            if (stage.stageInfo().rddInfos().exists(rdd -> rdd.name().contains("LookupRdd"))) {
                stages.add(stage.stageInfo().stageId());
            }
        }

        @Override
        public void onTaskStart(SparkListenerTaskStart task) {
            long id = task.taskInfo().taskId();
            if (stages.contains(task.stageId()) && task.taskInfo().attemptNumber() == 0) {
                CompletableFuture.delayedExecutor(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS)
                        .execute(() -> spark.killTaskAttempt(id, id % 2 == 0, "for the test"));
            }
        }
    }
}

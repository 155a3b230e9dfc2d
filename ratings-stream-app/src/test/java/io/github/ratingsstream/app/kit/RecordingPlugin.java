package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/** A plugin of the user's own, which leaves a file for each JVM it was loaded in. Travels in a jar without the tests. */
public final class RecordingPlugin implements SparkPlugin {

    private static final String FOLDER = "spark.test.folder";

    /** For Spark. */
    public RecordingPlugin() {
        // No state.
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public Map<String, String> init(SparkContext spark, PluginContext plugin) {
                record(plugin, "driver");
                return Map.of();
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new ExecutorPlugin() {
            @Override
            public void init(PluginContext plugin, Map<String, String> extraConf) {
                record(plugin, "executor-" + plugin.executorID());
            }
        };
    }

    private static void record(PluginContext plugin, String name) {
        try {
            Files.createFile(Path.of(plugin.conf().get(FOLDER), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

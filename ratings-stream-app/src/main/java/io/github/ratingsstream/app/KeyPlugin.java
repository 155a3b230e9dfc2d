package io.github.ratingsstream.app;

import io.github.ratingsstream.omdb.OmdbClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Hands the key from the driver to the executors, each asking once over Spark's own connection. So it is in no closure,
 * setting, broadcast or file, all of which Spark writes down somewhere. When an executor ends, its client is closed.
 *
 * <p>Public because Spark makes it by name; {@link MovieRatingsStream} adds it to {@code spark.plugins}.
 */
public final class KeyPlugin implements SparkPlugin {

    private static final String QUESTION = "the OMDb key, please";

    /** The key as the driver has found it. */
    private static final AtomicReference<@Nullable String> KEY = new AtomicReference<>();

    /** An executor's way to the driver. */
    private static final AtomicReference<@Nullable PluginContext> DRIVER = new AtomicReference<>();

    /** For Spark. */
    public KeyPlugin() {
        // All state belongs to the JVM, not to an instance.
    }

    static void setKey(@Nullable String key) {
        KEY.set(key);
    }

    /** This JVM's key: the driver's own, else the environment's, else what the driver answers. */
    static String key(Map<String, String> environment) {
        String known = KEY.get();
        if (known == null) {
            known = environment.get(OmdbClient.KEY_VARIABLE);
        }
        return known == null ? askDriver() : known;
    }

    private static String askDriver() {
        PluginContext driver = DRIVER.get();
        if (driver == null) {
            throw new IllegalStateException("this executor has not loaded " + KeyPlugin.class.getName());
        }
        try {
            return (String) driver.ask(QUESTION);
        } catch (Exception e) {
            // The cause stays here: nobody knows what an RPC layer writes into its messages.
            throw new IllegalStateException("the driver does not answer this executor");
        }
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public Object receive(Object message) throws IOException {
                String key = KEY.get();
                if (!QUESTION.equals(message) || key == null) {
                    throw new IOException("no answer to that");
                }
                return key;
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new ExecutorPlugin() {
            @Override
            public void init(PluginContext plugin, Map<String, String> extraConf) {
                DRIVER.set(plugin);
            }

            @Override
            public void shutdown() {
                ClientOnExecutor.closeAll();
            }
        };
    }
}

package io.github.ratingsstream.core.executor;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;

/**
 * What executors ask the driver over Spark's own connection: the key and the store's login once, and every second
 * whether lookups are to end. So neither secret is in a closure, setting, broadcast or file, all of which Spark writes
 * to disk somewhere. When an executor ends, its client and its store are closed.
 *
 * <p>Spark creates it by name; {@link OmdbOnExecutors#addTo} sets that name.
 */
public final class DriverLink implements SparkPlugin {

    private static final String PLUGINS = "spark.plugins";

    /** Called by Spark. */
    public DriverLink() {
        // All state belongs to the JVM, not to an instance.
    }

    /**
     * Makes Spark load it on the driver and on every executor, beside the user's own plugins.
     *
     * @param conf the settings of a SparkContext that is not created yet
     */
    public static void addTo(SparkConf conf) {
        String users = conf.get(PLUGINS, "");
        String link = DriverLink.class.getName();
        if (users.isBlank()) {
            conf.set(PLUGINS, link);
        } else if (!Arrays.asList(users.split("\\s*,\\s*")).contains(link)) {
            conf.set(PLUGINS, users + "," + link);
        }
    }

    /**
     * Passes a line for people to the driver's notices, from any JVM of the job.
     *
     * @param line without its line end
     * @return whether it could be passed on
     */
    public static boolean say(String line) {
        return ThisJvm.current().driver().say(line);
    }

    /**
     * Passes a line on as {@link #say} does, unless some JVM of the job has done so before.
     *
     * @param line without its line end
     * @return whether it could be passed on
     */
    public static boolean sayOnce(String line) {
        return ThisJvm.current().driver().sayOnce(line);
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public @Nullable Object receive(Object message) throws IOException {
                return RemoteDriver.answer(ThisJvm.current().driver(), message);
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new OnExecutor();
    }

    private static final class OnExecutor implements ExecutorPlugin {

        /** Spark's name for the executor that a local master has in the driver's JVM. */
        private static final String IN_DRIVER = "driver";

        private static final long ASK_MILLIS = 1_000;

        private final CountDownLatch ended = new CountDownLatch(1);
        private @Nullable ThisJvm jvm;

        @Override
        public void init(PluginContext plugin, Map<String, String> extraConf) {
            if (IN_DRIVER.equals(plugin.executorID())) {
                // The driver's own object is here, and knows when lookups are to end.
                jvm = ThisJvm.current();
                return;
            }
            ThisJvm begun = ThisJvm.begin(new RemoteDriver(plugin, System.getenv()));
            jvm = begun;
            Thread asking = new Thread(() -> askUntilLookupsEnd(begun), "driver-link");
            asking.setDaemon(true);
            asking.start();
        }

        private void askUntilLookupsEnd(ThisJvm begun) {
            try {
                while (!ended.await(ASK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (begun.driver().endsLookups()) {
                        begun.endLookups();
                        return;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void shutdown() {
            ended.countDown();
            if (jvm != null) {
                jvm.close();
            }
        }
    }
}

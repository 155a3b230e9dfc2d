package io.github.ratingsstream.app;

import io.github.ratingsstream.omdb.OmdbClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What executors ask the driver, over Spark's own connection: the key and the store's login, once, and whether lookups are
 * to end, every second. So neither is in a closure, setting, broadcast or file, all of which Spark writes down somewhere.
 * When an executor ends, its client and its store are closed.
 *
 * <p>Public because Spark makes it by name; {@link MovieRatingsStream} adds it to {@code spark.plugins}.
 */
public final class DriverLink implements SparkPlugin {

    private static final String KEY_QUESTION = "the OMDb key, please";
    private static final String LOGIN_QUESTION = "the store's login, please";
    private static final String END_QUESTION = "are lookups to end?";
    private static final String TO_SAY = "to say: ";
    private static final long ASK_MILLIS = 1_000;

    /** The key as the driver has found it. */
    private static final AtomicReference<@Nullable String> KEY = new AtomicReference<>();

    /** The store's login as the driver has found it. */
    private static final AtomicReference<@Nullable StoreLogin> STORE_LOGIN = new AtomicReference<>();

    /** The driver's word that lookups that still wait are to end. */
    private static final AtomicBoolean ENDING = new AtomicBoolean();

    /** An executor's way to the driver. */
    private static final AtomicReference<@Nullable PluginContext> DRIVER = new AtomicReference<>();

    /** For Spark. */
    public DriverLink() {
        // All state belongs to the JVM, not to an instance.
    }

    static void setKey(@Nullable String key) {
        KEY.set(key);
    }

    static void setStoreLogin(@Nullable StoreLogin login) {
        STORE_LOGIN.set(login);
    }

    /** The driver's own, else what the driver answers. */
    static StoreLogin storeLogin() {
        StoreLogin known = STORE_LOGIN.get();
        return known == null ? StoreLogin.of((String[]) askDriver(LOGIN_QUESTION)) : known;
    }

    /** This JVM's key: the driver's own, else the environment's, else what the driver answers. */
    static String key(Map<String, String> environment) {
        String known = KEY.get();
        if (known == null) {
            known = environment.get(OmdbClient.KEY_VARIABLE);
        }
        return known == null ? (String) askDriver(KEY_QUESTION) : known;
    }

    /** Lookups that still wait end as stopping, here and on the executors, and so do those that follow. */
    static void endLookups() {
        ENDING.set(true);
        ClientOnExecutor.endAll();
    }

    /** Hands the driver a line to say. False where there is no way to it, as in the driver itself. */
    static boolean say(String line) {
        PluginContext driver = DRIVER.get();
        if (driver == null) {
            return false;
        }
        try {
            driver.send(TO_SAY + line);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Object askDriver(String question) {
        PluginContext driver = DRIVER.get();
        if (driver == null) {
            throw new IllegalStateException("this executor has not loaded " + DriverLink.class.getName());
        }
        try {
            return driver.ask(question);
        } catch (Exception e) {
            // The cause stays here: nobody knows what an RPC layer writes into its messages.
            throw new IllegalStateException("the driver does not answer this executor");
        }
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public @Nullable Object receive(Object message) throws IOException {
                if (message instanceof String text && text.startsWith(TO_SAY)) {
                    StderrNotices.ONCE.say(text.substring(TO_SAY.length()));
                    return null;
                }
                if (END_QUESTION.equals(message)) {
                    return ENDING.get();
                }
                StoreLogin login = STORE_LOGIN.get();
                if (LOGIN_QUESTION.equals(message) && login != null) {
                    return login.userAndPassword();
                }
                String key = KEY.get();
                if (!KEY_QUESTION.equals(message) || key == null) {
                    throw new IOException("no answer to that");
                }
                return key;
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new OnExecutor(ClientOnExecutor::endAll);
    }

    static final class OnExecutor implements ExecutorPlugin {

        private final Runnable endLookups;
        private final CountDownLatch ended = new CountDownLatch(1);

        OnExecutor(Runnable endLookups) {
            this.endLookups = endLookups;
        }

        @Override
        public void init(PluginContext plugin, Map<String, String> extraConf) {
            DRIVER.set(plugin);
            Thread asking = new Thread(() -> askUntilLookupsEnd(plugin), "driver-link");
            asking.setDaemon(true);
            asking.start();
        }

        private void askUntilLookupsEnd(PluginContext driver) {
            try {
                while (!ended.await(ASK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (areToEnd(driver)) {
                        endLookups.run();
                        return;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** A driver that does not answer now may do so the next time; when it is gone Spark ends this executor. */
        private static boolean areToEnd(PluginContext driver) {
            try {
                return Boolean.TRUE.equals(driver.ask(END_QUESTION));
            } catch (Exception e) {
                LoggerFactory.getLogger(DriverLink.class).debug("the driver does not answer", e);
                return false;
            }
        }

        @Override
        public void shutdown() {
            ended.countDown();
            ClientOnExecutor.closeAll();
            JobStore.closeThisJvms();
        }
    }
}

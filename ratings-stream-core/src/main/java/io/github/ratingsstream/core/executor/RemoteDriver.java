package io.github.ratingsstream.core.executor;

import io.github.ratingsstream.omdb.OmdbClient;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.api.plugin.PluginContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The driver as an executor sees it, over Spark's own connection. Thread-safe. */
final class RemoteDriver implements Driver {

    private static final Logger log = LoggerFactory.getLogger(RemoteDriver.class);

    private static final String KEY = "the OMDb key, please";
    private static final String STORE_LOGIN = "the store's login, please";
    private static final String END = "are lookups to end?";
    private static final String TO_SAY = "to say: ";
    private static final String TO_SAY_ONCE = "to say once: ";

    private final @Nullable PluginContext connection;
    private final Map<String, String> environment;

    /** The executor's own key, if its environment has one, wins over the driver's. */
    RemoteDriver(@Nullable PluginContext connection, Map<String, String> environment) {
        this.connection = connection;
        this.environment = environment;
    }

    /** On the driver: the reply to an executor's message. */
    static @Nullable Object answer(Driver driver, Object message) throws IOException {
        if (message instanceof String text && text.startsWith(TO_SAY)) {
            driver.say(text.substring(TO_SAY.length()));
            return null;
        }
        if (message instanceof String text && text.startsWith(TO_SAY_ONCE)) {
            driver.sayOnce(text.substring(TO_SAY_ONCE.length()));
            return null;
        }
        if (KEY.equals(message)) {
            return driver.key();
        }
        if (STORE_LOGIN.equals(message)) {
            return driver.storeLogin().userAndPassword();
        }
        if (END.equals(message)) {
            return driver.endsLookups();
        }
        throw new IOException("no answer to that");
    }

    @Override
    public String key() {
        String own = environment.get(OmdbClient.KEY_VARIABLE);
        return own == null ? (String) ask(KEY) : own;
    }

    @Override
    public StoreLogin storeLogin() {
        return StoreLogin.of((String[]) ask(STORE_LOGIN));
    }

    private Object ask(String question) {
        if (connection == null) {
            throw new IllegalStateException(
                    "this executor has not loaded DriverLink, which OmdbOnExecutors.addTo gives it");
        }
        try {
            return connection.ask(question);
        } catch (Exception e) {
            // The cause is dropped: nobody knows what an RPC layer writes into its messages.
            throw new IllegalStateException("the driver does not answer this executor");
        }
    }

    /** A driver that does not answer now may do so next time; once it is gone, Spark ends this executor. */
    @Override
    public boolean endsLookups() {
        try {
            return connection != null && Boolean.TRUE.equals(connection.ask(END));
        } catch (Exception e) {
            log.debug("the driver does not answer", e);
            return false;
        }
    }

    @Override
    public boolean say(String line) {
        return send(TO_SAY + line);
    }

    @Override
    public boolean sayOnce(String line) {
        return send(TO_SAY_ONCE + line);
    }

    private boolean send(String message) {
        try {
            if (connection != null) {
                connection.send(message);
            }
            return connection != null;
        } catch (IOException e) {
            return false;
        }
    }
}

package io.github.ratingsstream.app;

import io.github.ratingsstream.core.OmdbLookup;
import io.github.ratingsstream.omdb.OmdbClient;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes the client where it runs. It travels there without the key, which each JVM has from elsewhere. */
final class ClientOnExecutor implements OmdbLookup.ClientFactory {

    @Serial
    private static final long serialVersionUID = 1;

    /** The key as this JVM knows it: in local mode the driver's JVM is the executor's. */
    private static final AtomicReference<@Nullable String> KEY = new AtomicReference<>();

    private final URI omdbUrl;
    private final int concurrency;
    private final Duration timeout;
    private final Duration attemptTimeout;
    private final int retries;

    ClientOnExecutor(Options options, URI omdbUrl) {
        this.omdbUrl = omdbUrl;
        this.concurrency = options.concurrency();
        this.timeout = options.timeout();
        this.attemptTimeout = options.attemptTimeout();
        this.retries = options.retries();
    }

    static void setKey(String key) {
        KEY.set(key);
    }

    @Override
    public OmdbClient create() {
        JobLogging.holdHttpLoggers();
        String known = KEY.get();
        String key = known != null ? known : System.getenv(OmdbClient.KEY_VARIABLE);
        if (key == null) {
            throw new IllegalStateException("no OMDb key on this executor: set " + OmdbClient.KEY_VARIABLE + " there");
        }
        return OmdbClient.builder()
                .apiKey(key)
                .baseUrl(omdbUrl)
                .maxConcurrency(concurrency)
                .timeout(timeout)
                .attemptTimeout(attemptTimeout)
                .retries(retries)
                .build();
    }
}

package io.github.ratingsstream.app;

import io.github.ratingsstream.core.OmdbLookup;
import io.github.ratingsstream.omdb.OmdbClient;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;

/** Makes the client where it runs. It travels there without the key, which {@link KeyPlugin} knows. */
final class ClientOnExecutor implements OmdbLookup.ClientFactory {

    @Serial
    private static final long serialVersionUID = 1;

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

    @Override
    public OmdbClient create() {
        JobLogging.holdHttpLoggers();
        return OmdbClient.builder()
                .apiKey(KeyPlugin.key(System.getenv()))
                .baseUrl(omdbUrl)
                .maxConcurrency(concurrency)
                .timeout(timeout)
                .attemptTimeout(attemptTimeout)
                .retries(retries)
                .build();
    }
}

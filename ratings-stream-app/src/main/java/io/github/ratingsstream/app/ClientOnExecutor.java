package io.github.ratingsstream.app;

import io.github.ratingsstream.core.OmdbLookup;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes the client where it runs. It travels there without the key, which {@link KeyPlugin} knows. */
final class ClientOnExecutor implements OmdbLookup.ClientFactory {

    @Serial
    private static final long serialVersionUID = 1;

    private final URI omdbUrl;
    private final int concurrency;
    private final Duration timeout;
    private final Duration attemptTimeout;
    private final int retries;
    private final Duration cacheTtl;
    private final Duration missTtl;
    private final long cacheSize;
    private final @Nullable Long dailyLimit;

    ClientOnExecutor(Options options, URI omdbUrl) {
        this.omdbUrl = omdbUrl;
        this.concurrency = options.concurrency();
        this.timeout = options.timeout();
        this.attemptTimeout = options.attemptTimeout();
        this.retries = options.retries();
        this.cacheTtl = options.cache().ttl();
        this.missTtl = options.cache().missTtl();
        this.cacheSize = options.cache().size();
        this.dailyLimit =
                options.dailyLimit().isPresent() ? options.dailyLimit().getAsLong() : null;
    }

    @Override
    public OmdbClient create() {
        JobLogging.holdHttpLoggers();
        OmdbClientBuilder builder = OmdbClient.builder()
                .apiKey(KeyPlugin.key(System.getenv()))
                .baseUrl(omdbUrl)
                .maxConcurrency(concurrency)
                .timeout(timeout)
                .attemptTimeout(attemptTimeout)
                .retries(retries)
                .cacheTtl(cacheTtl)
                .missTtl(missTtl)
                .cacheSize(cacheSize);
        if (dailyLimit != null) {
            builder.dailyLimit(dailyLimit);
        }
        return builder.build();
    }
}

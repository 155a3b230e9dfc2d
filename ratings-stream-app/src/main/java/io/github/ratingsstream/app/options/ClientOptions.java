package io.github.ratingsstream.app.options;

import io.github.ratingsstream.app.terminal.JobLogging;
import io.github.ratingsstream.core.executor.ClientSettings;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the options say about the client. It travels to the executors, where a client is made. */
public final class ClientOptions implements ClientSettings {

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

    /**
     * A client's settings.
     *
     * @param options the options as they were given
     * @param omdbUrl where OMDb is; for the embedded one, the options don't say
     */
    public ClientOptions(Options options, URI omdbUrl) {
        this.omdbUrl = omdbUrl;
        this.concurrency = options.calls().concurrency();
        this.timeout = options.calls().timeout();
        this.attemptTimeout = options.calls().attemptTimeout();
        this.retries = options.calls().retries();
        this.cacheTtl = options.cache().ttl();
        this.missTtl = options.cache().missTtl();
        this.cacheSize = options.cache().size();
        this.dailyLimit =
                options.dailyLimit().isPresent() ? options.dailyLimit().getAsLong() : null;
    }

    @Override
    public void applyTo(OmdbClientBuilder client) {
        JobLogging.holdLoggers();
        client.baseUrl(omdbUrl)
                .maxConcurrency(concurrency)
                .timeout(timeout)
                .attemptTimeout(attemptTimeout)
                .retries(retries)
                .cacheTtl(cacheTtl)
                .missTtl(missTtl)
                .cacheSize(cacheSize);
        if (dailyLimit != null) {
            client.dailyLimit(dailyLimit);
        }
    }
}

package io.github.ratingsstream.app;

import io.github.ratingsstream.core.OmdbLookup;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the client where it runs, and closes it with its executor. It travels there without the key, which {@link
 * DriverLink} knows.
 */
final class ClientOnExecutor implements OmdbLookup.ClientFactory {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Logger log = LoggerFactory.getLogger(ClientOnExecutor.class);

    /** This JVM's clients: one, where one job runs in it. */
    private static final Queue<OmdbClient> MADE = new ConcurrentLinkedQueue<>();

    private static volatile boolean ending;

    private final URI omdbUrl;
    private final int concurrency;
    private final Duration timeout;
    private final Duration attemptTimeout;
    private final int retries;
    private final Duration cacheTtl;
    private final Duration missTtl;
    private final long cacheSize;
    private final @Nullable Long dailyLimit;
    private final @Nullable StoreAddress store;

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
        this.store = options.store().address().orElse(null);
    }

    @Override
    public OmdbClient create() {
        JobLogging.holdLoggers();
        OmdbClientBuilder builder = OmdbClient.builder()
                .apiKey(DriverLink.key(System.getenv()))
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
        if (store != null) {
            builder.store(JobStore.openOnExecutor(store));
        }
        OmdbClient client = builder.build();
        MADE.add(client);
        log.info("made {}", client);
        if (ending) {
            // Made by the first lookup of all, after the deadline of a stop.
            closeAll();
        }
        return client;
    }

    /** Lookups under way end as stopping, and so do those of clients made from now on. */
    static void endAll() {
        ending = true;
        closeAll();
    }

    /** Lookups under way end as stopping. */
    static void closeAll() {
        for (OmdbClient client = MADE.poll(); client != null; client = MADE.poll()) {
            client.close();
            log.info("closed {}", client);
        }
    }
}

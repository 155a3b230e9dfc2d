package io.github.ratingsstream.omdb.internal.settings;

import io.github.ratingsstream.omdb.monitor.OmdbListener;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The settings of one client, already checked. */
public record OmdbConfig(
        ApiKey apiKey,
        URI baseUrl,
        int maxConcurrency,
        Duration timeout,
        Duration attemptTimeout,
        int retries,
        BackOff backOff,
        Clock clock,
        CacheRules cache,
        long dailyLimit,
        Optional<OmdbStore> store,
        Optional<OmdbListener> listener,
        @Nullable SSLContext sslContext,
        @Nullable Executor executor) {

    /** The {@code dailyLimit} of a client without one. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    /** The message of a lookup that fails because the client is closed. */
    public static final String CLOSED = "the client is closed";

    /** The address and the bounds, never the key: a client prints this. */
    @Override
    public String toString() {
        return baseUrl + ", maxConcurrency=" + maxConcurrency + ", timeout=" + timeout + ", retries=" + retries;
    }
}

package io.github.ratingsstream.omdb;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The settings of one client, checked by {@link OmdbClientBuilder}. */
record OmdbConfig(
        ApiKey apiKey,
        URI baseUrl,
        int maxConcurrency,
        Duration timeout,
        Duration attemptTimeout,
        int retries,
        Duration backOff,
        Duration maxBackOff,
        Clock clock,
        CacheRules cache,
        long dailyLimit,
        Optional<OmdbStore> store,
        Optional<OmdbListener> listener) {}

package io.github.ratingsstream.app.options;

import io.github.ratingsstream.core.notice.UserError;
import io.github.ratingsstream.omdb.OmdbClient;
import java.net.URI;

/** Says which option is out of bounds, before anything is started. */
final class OptionChecks {

    /** Spark makes a batch each interval, and falls behind for ever if a batch takes longer than that. */
    private static final long LEAST_INTERVAL_MILLIS = 100;

    private OptionChecks() {}

    static void check(Options options) {
        if (options.batchInterval().toMillis() < LEAST_INTERVAL_MILLIS) {
            throw new UserError("--batch-interval must be at least " + LEAST_INTERVAL_MILLIS + "ms");
        }
        checkHost(options.host());
        inRange("--port", options.port(), 1, 65_535);
        inRange("--concurrency", options.calls().concurrency(), 1, 10_000);
        inRange("--retries", options.calls().retries(), 0, 10);
        inRange("--cache-size", options.cache().size(), 0, 100_000_000);
        options.dailyLimit().ifPresent(limit -> inRange("--daily-limit", limit, 1, Long.MAX_VALUE - 1));
        inRange("--max-line-length", options.maxLineLength(), 1, 1_000_000);
        checkUrl(options.omdbUrl());
        if (options.demo() && options.folders().checkpoint().isPresent()) {
            throw new UserError("--demo always starts from the beginning: leave out --checkpoint");
        }
    }

    private static void checkHost(String host) {
        if (host.isBlank()) {
            throw new UserError("--host is empty; leave it out for localhost");
        }
        if (host.contains("/") || host.matches("[^:]*:\\d+")) {
            throw new UserError("--host takes a name or an address, and --port the port: " + host);
        }
    }

    /** The URL is not quoted: people paste theirs with the key in it. */
    private static void checkUrl(URI url) {
        try {
            OmdbClient.builder().baseUrl(url);
        } catch (IllegalArgumentException e) {
            throw new UserError("--omdb-url must be an http or https URL with a host and no query, such as"
                    + " https://www.omdbapi.com/; the key comes from --api-key-file");
        }
    }

    private static void inRange(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new UserError(option + " must be " + least + " to " + most + ": " + value);
        }
    }
}

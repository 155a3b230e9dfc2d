package io.github.ratingsstream.app.options;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say how OMDb is asked. */
public final class CallOptions {

    @Option(
            names = "--concurrency",
            defaultValue = "16",
            paramLabel = "N",
            description = "calls in flight per executor (${DEFAULT-VALUE})")
    private int concurrency;

    @Option(
            names = "--timeout",
            defaultValue = "30s",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "time for a whole lookup (${DEFAULT-VALUE})")
    private Duration timeout;

    @Option(
            names = "--attempt-timeout",
            defaultValue = "10s",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "time for one attempt (${DEFAULT-VALUE})")
    private Duration attemptTimeout;

    @Option(
            names = "--retries",
            defaultValue = "2",
            paramLabel = "N",
            description = "attempts after the first (${DEFAULT-VALUE})")
    private int retries;

    /** {@return the calls in flight of each executor} */
    public int concurrency() {
        return concurrency;
    }

    /** {@return the time for a whole lookup} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return the time for one attempt} */
    Duration attemptTimeout() {
        return attemptTimeout;
    }

    /** {@return the attempts after the first} */
    int retries() {
        return retries;
    }
}

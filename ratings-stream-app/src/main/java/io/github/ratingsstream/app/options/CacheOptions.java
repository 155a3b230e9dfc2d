package io.github.ratingsstream.app.options;

import io.github.ratingsstream.app.options.OptionConverters.AgeConverter;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that save calls by giving kept answers again. */
final class CacheOptions {

    @Option(
            names = "--cache-ttl",
            defaultValue = "24h",
            paramLabel = "TIME",
            converter = AgeConverter.class,
            description = "how long an answer is given again (${DEFAULT-VALUE})")
    private Duration ttl;

    @Option(
            names = "--miss-ttl",
            defaultValue = "6h",
            paramLabel = "TIME",
            converter = AgeConverter.class,
            description = "the same for titles that OMDb does not have (${DEFAULT-VALUE})")
    private Duration missTtl;

    @Option(
            names = "--cache-size",
            defaultValue = "100000",
            paramLabel = "N",
            description = "answers kept in memory, 0 for none (${DEFAULT-VALUE})")
    private long size;

    Duration ttl() {
        return ttl;
    }

    Duration missTtl() {
        return missTtl;
    }

    long size() {
        return size;
    }
}

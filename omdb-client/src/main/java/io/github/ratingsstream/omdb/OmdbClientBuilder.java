package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.internal.http.HttpTransport;
import io.github.ratingsstream.omdb.internal.settings.ApiKey;
import io.github.ratingsstream.omdb.internal.settings.BackOff;
import io.github.ratingsstream.omdb.internal.settings.CacheRules;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.internal.settings.Ranges;
import io.github.ratingsstream.omdb.monitor.OmdbListener;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Settings for an {@link OmdbClient}. Only the key is required. Every setter returns this builder, and refuses a value
 * out of its range with an {@link IllegalArgumentException} that names the setting. Not thread-safe.
 *
 * <pre>{@code
 * OmdbClient omdb = OmdbClient.builder().apiKeyFromEnv().dailyLimit(1_000).build();
 * }</pre>
 */
public final class OmdbClientBuilder {

    private @Nullable ApiKey apiKey;
    private URI baseUrl = URI.create("https://www.omdbapi.com/");
    private int maxConcurrency = 16;
    private Duration timeout = Duration.ofSeconds(30);
    private Duration attemptTimeout = Duration.ofSeconds(10);
    private int retries = 2;
    private BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(5));
    private Clock clock = Clock.systemUTC();
    private Duration cacheTtl = Duration.ofHours(24);
    private Duration missTtl = Duration.ofHours(6);
    private long cacheSize = 100_000;
    private long dailyLimit = OmdbConfig.NO_LIMIT;
    private @Nullable OmdbStore store;
    private @Nullable OmdbListener listener;
    private @Nullable SSLContext sslContext;
    private @Nullable Executor executor;

    OmdbClientBuilder() {}

    /**
     * Sets the key OMDb gave you; white space around it is dropped. Required.
     *
     * @param key letters, digits and a few signs; no quotes, no brackets, no URL
     * @throws IllegalArgumentException if it can't be a key; the message says why, and does not hold it
     */
    public OmdbClientBuilder apiKey(String key) {
        this.apiKey = new ApiKey(Objects.requireNonNull(key, "apiKey"));
        return this;
    }

    /**
     * Sets the key to the value of the environment variable {@value OmdbClient#KEY_VARIABLE}.
     *
     * @throws io.github.ratingsstream.omdb.answer.OmdbException with the reason REFUSED_KEY, if the variable is not set
     *     or can't be a key; the message says what to set
     */
    public OmdbClientBuilder apiKeyFromEnv() {
        this.apiKey = ApiKey.fromEnv(OmdbClient.KEY_VARIABLE);
        return this;
    }

    /**
     * Sets OMDb's address: {@code https://www.omdbapi.com/} by default; http or https, with a host and without a query.
     * Nothing is sent until the first lookup. For tests there is a simulator, {@link
     * io.github.ratingsstream.omdb.simulator.OmdbSimulator#url}.
     */
    public OmdbClientBuilder baseUrl(URI url) {
        this.baseUrl = Ranges.baseUrl(url);
        return this;
    }

    /** Sets how many calls may be in flight at once. Further lookups wait in line. 16 by default, 1 to 10,000. */
    public OmdbClientBuilder maxConcurrency(int calls) {
        this.maxConcurrency = (int) Ranges.number("maxConcurrency", calls, 1, 10_000);
        return this;
    }

    /**
     * Sets the time a whole lookup may take: waiting in line, attempts and pauses. 30 seconds by default, 1 ms to a
     * day.
     */
    public OmdbClientBuilder timeout(Duration wholeLookup) {
        this.timeout = Ranges.time("timeout", wholeLookup);
        return this;
    }

    /** Sets the time one attempt may take, from connecting to the last byte. 10 seconds by default, 1 ms to a day. */
    public OmdbClientBuilder attemptTimeout(Duration oneAttempt) {
        this.attemptTimeout = Ranges.time("attemptTimeout", oneAttempt);
        return this;
    }

    /**
     * Sets how many attempts may follow the first; only transient faults are retried. 2 by default, 0 to 10. Each
     * attempt counts against the day's quota.
     */
    public OmdbClientBuilder retries(int afterTheFirst) {
        this.retries = (int) Ranges.number("retries", afterTheFirst, 0, 10);
        return this;
    }

    /**
     * Sets the back-off between attempts: half a second, doubling up to 5 seconds by default. Each pause is varied at
     * random by up to half of itself. If the server sends a Retry-After, the pause is at least that long; if it would
     * end past the deadline, the lookup ends at once.
     *
     * @param first the pause after the first attempt, 1 ms to a day
     * @param longest at least {@code first}, at most a day
     */
    public OmdbClientBuilder backOff(Duration first, Duration longest) {
        this.backOff = new BackOff(first, longest);
        return this;
    }

    /**
     * Sets how long an answer is reused without a call. 24 hours by default, 1 ms to 365 days. After that it is still
     * kept, and returned as {@link io.github.ratingsstream.omdb.answer.OmdbAnswer.Source#STALE} when a lookup ends as
     * UNAVAILABLE, TIMEOUT, DAILY_LIMIT or STORE_DOWN.
     */
    public OmdbClientBuilder cacheTtl(Duration age) {
        this.cacheTtl = Ranges.age("cacheTtl", age);
        return this;
    }

    /**
     * Sets how long the answer that OMDb has no such title is reused. 6 hours by default, 1 ms to 365 days: OMDb adds
     * titles every day.
     */
    public OmdbClientBuilder missTtl(Duration age) {
        this.missTtl = Ranges.age("missTtl", age);
        return this;
    }

    /**
     * Sets how many answers are kept in memory. 100,000 by default, 0 for no cache, at most 100 million. An answer takes
     * its JSON and some 200 bytes, a title 1 kB or so; one that is longer than 2 kB takes the place of several. So
     * 100,000 titles take 130 MB, and no answers more than 230 MB.
     */
    public OmdbClientBuilder cacheSize(long answers) {
        this.cacheSize = Ranges.number("cacheSize", answers, 0, 100_000_000);
        return this;
    }

    /**
     * Sets how many calls may be made in a UTC day, retries and refused connections included. Further lookups end as
     * DAILY_LIMIT without a call; their {@code retryAfter()} is the time until midnight UTC. No limit by default; 1 or
     * more. With or without this limit, lookups also end as DAILY_LIMIT once OMDb says that its own limit is reached.
     * Then the client tries one call every 15 minutes, and a new client tries its first call.
     */
    public OmdbClientBuilder dailyLimit(long calls) {
        this.dailyLimit = Ranges.number("dailyLimit", calls, 1, Long.MAX_VALUE - 1);
        return this;
    }

    /**
     * Sets where answers and the count of calls are kept, so that they outlive this client. In memory by default. While
     * the store can't be used, the client works without it; but with a {@link #dailyLimit}, lookups whose answer is not
     * in memory end as STORE_DOWN. You close the store yourself, after the clients that use it.
     */
    public OmdbClientBuilder store(OmdbStore store) {
        this.store = Objects.requireNonNull(store, "store");
        return this;
    }

    /**
     * Sets a listener that is told about every attempt and lookup. None by default. It must be thread-safe and must not
     * block.
     */
    public OmdbClientBuilder listener(OmdbListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Sets the clock. It is used for the age of answers, the UTC day, the pauses before OMDb or the store is tried
     * again, and dates in Retry-After headers, but not for deadlines. The system clock by default.
     */
    public OmdbClientBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /**
     * Sets which certificates to trust and, if the server asks for one, which certificate to send. By default this is
     * the JVM's context, which honours {@code javax.net.ssl.trustStore} and the related properties. Host names are
     * always verified.
     */
    public OmdbClientBuilder sslContext(SSLContext context) {
        this.sslContext = Objects.requireNonNull(context, "sslContext");
        return this;
    }

    /**
     * Sets the executor that completes the futures of {@link OmdbClient#async}. By default the client uses threads of
     * its own, so that actions attached to futures may block. The client never shuts your executor down. {@link
     * AsyncOmdbClient} says what happens if it rejects a task.
     */
    public OmdbClientBuilder executor(Executor completesFutures) {
        this.executor = Objects.requireNonNull(completesFutures, "executor");
        return this;
    }

    /**
     * Builds the client. Close it when done: it holds connections and threads.
     *
     * @return a client
     * @throws IllegalStateException if no key was given
     */
    public OmdbClient build() {
        OmdbConfig config = config();
        return new OmdbClient(config, new HttpTransport(config));
    }

    OmdbConfig config() {
        return new OmdbConfig(
                Ranges.given(apiKey),
                baseUrl,
                maxConcurrency,
                timeout,
                attemptTimeout,
                retries,
                backOff,
                clock,
                new CacheRules(cacheTtl, missTtl, cacheSize),
                dailyLimit,
                Optional.ofNullable(store),
                Optional.ofNullable(listener),
                sslContext,
                executor);
    }
}

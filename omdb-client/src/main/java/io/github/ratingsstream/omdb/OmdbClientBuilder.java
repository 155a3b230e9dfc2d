package io.github.ratingsstream.omdb;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Settings for an {@link OmdbClient}. Only the key is required. Not thread-safe. */
public final class OmdbClientBuilder {

    private @Nullable ApiKey apiKey;
    private URI baseUrl = URI.create("https://www.omdbapi.com/");
    private int maxConcurrency = 16;
    private Duration timeout = Duration.ofSeconds(30);
    private Duration attemptTimeout = Duration.ofSeconds(10);
    private int retries = 2;
    private Duration backOff = Duration.ofMillis(500);
    private Duration maxBackOff = Duration.ofSeconds(5);
    private Clock clock = Clock.systemUTC();
    private @Nullable SSLContext sslContext;
    private @Nullable Executor executor;

    OmdbClientBuilder() {}

    /**
     * Required. The key OMDb gave you; white space around it is dropped.
     *
     * @param key printable ASCII without spaces
     * @return this
     * @throws IllegalArgumentException if it can't be a key; the message does not hold it
     */
    public OmdbClientBuilder apiKey(String key) {
        this.apiKey = new ApiKey(Objects.requireNonNull(key, "apiKey"));
        return this;
    }

    /**
     * {@code https://www.omdbapi.com/} by default. Nothing is sent until the first lookup.
     *
     * @param url http or https, with a host
     * @return this
     * @throws IllegalArgumentException if it is not such a URL
     */
    public OmdbClientBuilder baseUrl(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            // The URL stays out of the message: people paste theirs with the key in it.
            throw new IllegalArgumentException("baseUrl must be http:// or https:// with a host");
        }
        if (url.getRawQuery() != null) {
            throw new IllegalArgumentException("baseUrl must have no query; the key is set by apiKey");
        }
        this.baseUrl = url;
        return this;
    }

    /**
     * 16 by default. How many calls may be in flight at once; further lookups wait in line.
     *
     * @param calls 1 to 10,000
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public OmdbClientBuilder maxConcurrency(int calls) {
        this.maxConcurrency = inRange("maxConcurrency", calls, 1, 10_000);
        return this;
    }

    /**
     * 30 seconds by default. The time a lookup may take in all: its place in line, attempts and pauses.
     *
     * @param wholeLookup more than zero, at most a day
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public OmdbClientBuilder timeout(Duration wholeLookup) {
        this.timeout = inRange("timeout", wholeLookup);
        return this;
    }

    /**
     * 10 seconds by default. The time one attempt may take, from connecting to the last byte.
     *
     * @param oneAttempt more than zero, at most a day
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public OmdbClientBuilder attemptTimeout(Duration oneAttempt) {
        this.attemptTimeout = inRange("attemptTimeout", oneAttempt);
        return this;
    }

    /**
     * 2 by default. Attempts after the first, made only for passing faults. Each one counts against the day's quota.
     *
     * @param afterTheFirst 0 to 10
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public OmdbClientBuilder retries(int afterTheFirst) {
        this.retries = inRange("retries", afterTheFirst, 0, 10);
        return this;
    }

    /**
     * Half a second, then doubling up to 5 seconds by default; each pause is varied by half of itself. A server's
     * Retry-After comes first, unless it lies past the deadline: then the lookup ends at once.
     *
     * @param first the pause after the first attempt, more than zero
     * @param longest at least {@code first}
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public OmdbClientBuilder backOff(Duration first, Duration longest) {
        inRange("backOff", first);
        inRange("backOff", longest);
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("backOff: the longest pause must be at least as long as the first");
        }
        this.backOff = first;
        this.maxBackOff = longest;
        return this;
    }

    /**
     * The system's clock by default. Read for dates in Retry-After headers.
     *
     * @param source the time
     * @return this
     */
    public OmdbClientBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /**
     * The JVM's default context by default, which honours {@code javax.net.ssl.trustStore} and the other settings of
     * that family. Says whom to trust and, where a server or proxy asks for it, which certificate to show. Host names are
     * verified whatever the context.
     *
     * @param context used for every connection to an https URL
     * @return this
     */
    public OmdbClientBuilder sslContext(SSLContext context) {
        this.sslContext = Objects.requireNonNull(context, "sslContext");
        return this;
    }

    /**
     * None by default: a future of {@link OmdbClient#async} then completes on whichever thread ends its lookup, see
     * {@link AsyncOmdbClient}. With an executor such futures complete on it, so that actions attached to them may block.
     *
     * <p>If it refuses a task the future completes all the same, with the same outcome, on the thread that ended the
     * lookup. An executor that drops tasks without refusing them leaves its futures incomplete. The client never shuts
     * it down.
     *
     * @param completesFutures such as a pool of the caller's
     * @return this
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
        if (apiKey == null) {
            throw new IllegalStateException(
                    "an OMDb key is needed: set apiKey (omdbapi.com/apikey.aspx gives free ones)");
        }
        return new OmdbConfig(
                apiKey,
                baseUrl,
                maxConcurrency,
                timeout,
                attemptTimeout,
                retries,
                backOff,
                maxBackOff,
                clock,
                sslContext,
                executor);
    }

    private static int inRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ": " + value);
        }
        return value;
    }

    private static Duration inRange(String name, Duration value) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " must be 1 ms to 1 day: " + value);
        }
        return value;
    }
}

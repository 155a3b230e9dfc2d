package io.github.ratingsstream.omdb.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings for an {@link OmdbSimulator}. Not thread-safe. */
public final class OmdbSimulatorBuilder {

    /** By IMDb id. */
    private final Map<String, SimulatedTitle> titles = new LinkedHashMap<>();

    private @Nullable String apiKey;
    private long dailyLimit = Long.MAX_VALUE;
    private Duration shortest = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private long seed = 1;
    private @Nullable String missText;
    private int requestsKept = 10_000;
    private @Nullable Duration edgeTtl;
    private Clock clock = Clock.systemUTC();

    OmdbSimulatorBuilder() {}

    /**
     * Adds a title. The catalogue is empty by default.
     *
     * @param title a title; it takes the place of an earlier one with the same IMDb id
     * @return this
     */
    public OmdbSimulatorBuilder title(SimulatedTitle title) {
        Objects.requireNonNull(title, "title");
        titles.put(title.get("imdbID"), title);
        return this;
    }

    /**
     * Adds titles, each as {@link #title} does.
     *
     * @param more the titles
     * @return this
     */
    public OmdbSimulatorBuilder titles(Collection<SimulatedTitle> more) {
        Objects.requireNonNull(more, "titles").forEach(this::title);
        return this;
    }

    /**
     * Sets the only key that is accepted; others are refused, as by OMDb. By default any key will do.
     *
     * @param key the accepted key
     * @return this
     */
    public OmdbSimulatorBuilder apiKey(String key) {
        this.apiKey = Objects.requireNonNull(key, "apiKey");
        return this;
    }

    /**
     * Sets how many calls are answered before {@code Request limit reached!}. No limit by default.
     *
     * @param calls 0 or more
     * @return this
     */
    public OmdbSimulatorBuilder dailyLimit(long calls) {
        this.dailyLimit = calls;
        return this;
    }

    /**
     * Sets the error text for a title, an id or a search that is not in the catalogue. By default it is OMDb's own.
     *
     * @param text ends with {@code not found!}: by that the client tells a miss from other errors
     * @return this
     * @throws IllegalArgumentException if it does not
     */
    public OmdbSimulatorBuilder missText(String text) {
        if (!Objects.requireNonNull(text, "missText").endsWith("not found!")) {
            throw new IllegalArgumentException("missText must end with not found!: " + text);
        }
        this.missText = text;
        return this;
    }

    /**
     * Sets how long each answer takes. No wait by default.
     *
     * @param each zero or more
     * @return this
     */
    public OmdbSimulatorBuilder latency(Duration each) {
        return latency(Objects.requireNonNull(each, "each"), each);
    }

    /**
     * Sets bounds for how long each answer takes, all times between them equally likely. No wait by default.
     *
     * @param least zero or more
     * @param most no less than {@code least}
     * @return this
     * @throws IllegalArgumentException if a time is negative, or {@code most} is less than {@code least}
     */
    public OmdbSimulatorBuilder latency(Duration least, Duration most) {
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("latency must be zero or more, and the longest at least the shortest");
        }
        this.shortest = least;
        this.longest = most;
        return this;
    }

    /**
     * Sets the seed of the random latencies: the same seed gives the same sequence. 1 by default.
     *
     * @param start any number
     * @return this
     */
    public OmdbSimulatorBuilder seed(long start) {
        this.seed = start;
        return this;
    }

    /**
     * Sets how many requests are remembered for {@link OmdbSimulator#requests}: the latest. 10,000 by default, which
     * takes some 4 MB.
     *
     * @param latest 0 or more
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public OmdbSimulatorBuilder keepRequests(int latest) {
        if (latest < 0) {
            throw new IllegalArgumentException("keepRequests must be 0 or more: " + latest);
        }
        this.requestsKept = latest;
        return this;
    }

    /**
     * Puts a cache in front, as OMDb has one: for the very same URL an answer is given again, even a refusal of the key
     * or a spent quota, with the headers {@code CF-Cache-Status: HIT} and {@code Age}. Such a request does not reach
     * OMDb: it meets no fault, costs no call and is not among {@link OmdbSimulator#requests}. Pages of HTML, statuses
     * 429 and from 500, and answers that do not come whole are not kept. No cache by default.
     *
     * @param ttl for how long an answer is given again, by the simulator's clock
     * @return this
     * @throws IllegalArgumentException if it is zero or negative
     */
    public OmdbSimulatorBuilder cachingEdge(Duration ttl) {
        if (Objects.requireNonNull(ttl, "ttl").isZero() || ttl.isNegative()) {
            throw new IllegalArgumentException("cachingEdge must be longer than zero: " + ttl);
        }
        this.edgeTtl = ttl;
        return this;
    }

    /**
     * Sets the clock for the time of requests and the age of what the edge keeps. The system's by default.
     *
     * @param source a clock
     * @return this
     */
    public OmdbSimulatorBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /**
     * Starts the simulator on a free port of the loopback interface.
     *
     * @return a running simulator
     */
    public OmdbSimulator start() {
        SimulatedAnswers answers = new SimulatedAnswers(new SimulatedCatalogue(List.copyOf(titles.values())), missText);
        SimulatedRules rules = new SimulatedRules(answers, apiKey, dailyLimit);
        return new OmdbSimulator(
                rules, new RequestRecord(requestsKept), edgeTtl, clock, new SimulatedLatency(shortest, longest, seed));
    }
}

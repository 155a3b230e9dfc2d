package io.github.ratingsstream.omdb.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings for an {@link OmdbSimulator}. Not thread-safe. */
public final class OmdbSimulatorBuilder {

    private final List<SimulatedTitle> titles = new ArrayList<>();
    private @Nullable String apiKey;
    private long dailyLimit = Long.MAX_VALUE;
    private Duration shortest = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private long seed = 1;

    OmdbSimulatorBuilder() {}

    /**
     * An empty catalogue by default. Adds a title.
     *
     * @param title a title; of two with one IMDb id the later counts
     * @return this
     */
    public OmdbSimulatorBuilder title(SimulatedTitle title) {
        titles.add(Objects.requireNonNull(title, "title"));
        return this;
    }

    /**
     * Adds titles.
     *
     * @param more the titles
     * @return this
     */
    public OmdbSimulatorBuilder titles(Collection<SimulatedTitle> more) {
        titles.addAll(more);
        return this;
    }

    /**
     * Any key will do by default. Every other is refused, as OMDb does.
     *
     * @param key the one key that is good
     * @return this
     */
    public OmdbSimulatorBuilder apiKey(String key) {
        this.apiKey = Objects.requireNonNull(key, "apiKey");
        return this;
    }

    /**
     * No limit by default. Calls after these are answered with {@code Request limit reached!}.
     *
     * @param calls 0 or more
     * @return this
     */
    public OmdbSimulatorBuilder dailyLimit(long calls) {
        this.dailyLimit = calls;
        return this;
    }

    /**
     * No wait by default. How long each answer takes.
     *
     * @param each zero or more
     * @return this
     */
    public OmdbSimulatorBuilder latency(Duration each) {
        return latency(each, each);
    }

    /**
     * No wait by default. Each answer takes a time between the two, all equally likely.
     *
     * @param least zero or more
     * @param most no less than {@code least}
     * @return this
     * @throws IllegalArgumentException if the times are not such
     */
    public OmdbSimulatorBuilder latency(Duration least, Duration most) {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("latency must be zero or more, the longest no less than the shortest");
        }
        this.shortest = least;
        this.longest = most;
        return this;
    }

    /**
     * 1 by default. Where the random latencies start: the same seed gives the same sequence.
     *
     * @param start any number
     * @return this
     */
    public OmdbSimulatorBuilder seed(long start) {
        this.seed = start;
        return this;
    }

    /**
     * Starts the simulator on a free port of the loopback interface.
     *
     * @return a running simulator
     */
    public OmdbSimulator start() {
        SimulatedRules rules = new SimulatedRules(new SimulatedCatalogue(titles), apiKey, dailyLimit);
        return new OmdbSimulator(rules, new SimulatedLatency(shortest, longest, seed));
    }
}

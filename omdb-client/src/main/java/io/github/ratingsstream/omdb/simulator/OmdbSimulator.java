package io.github.ratingsstream.omdb.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An OMDb inside this process, for tests and demos: no key, no network, and no quota unless one is set.
 *
 * <pre>{@code
 * try (OmdbSimulator simulator = OmdbSimulator.builder()
 *                 .title(SimulatedTitle.id("tt1375666").title("Inception").year("2010").rating("8.8"))
 *                 .start();
 *         OmdbClient omdb = OmdbClient.builder().apiKey("test-key").baseUrl(simulator.url()).build()) {
 *     omdb.byTitle("Inception");
 *     simulator.failNext(Fault.page(503));
 * }
 * }</pre>
 *
 * <p>It follows OMDb's rules for keys, titles, years, types, ids, plots, seasons, episodes and searches, errors and
 * broken JSON included, and records all requests. It speaks HTTP/1.1 on the loopback interface. Thread-safe.
 */
public final class OmdbSimulator implements AutoCloseable {

    private final SimulatedRules rules;
    private final Queue<Fault> nextFaults = new ConcurrentLinkedQueue<>();
    private final RequestRecord requests;
    private final Optional<CachingEdge> edge;
    private volatile Function<SimulatedRequest, Optional<Fault>> faults = request -> Optional.empty();
    private final SimulatorServer server;

    OmdbSimulator(
            SimulatedRules rules,
            RequestRecord requests,
            @Nullable Duration edgeTtl,
            Clock clock,
            SimulatedLatency latency) {
        this.rules = rules;
        this.requests = requests;
        this.edge = Optional.ofNullable(edgeTtl).map(ttl -> new CachingEdge(this::judge, ttl, clock));
        this.server = new SimulatorServer(
                edge.<SimulatedExchange.Judge>map(front -> front).orElse(this::judge), clock, latency);
    }

    /**
     * Settings to start from.
     *
     * @return a builder with the defaults
     */
    public static OmdbSimulatorBuilder builder() {
        return new OmdbSimulatorBuilder();
    }

    /**
     * Where it listens, to be given to {@link io.github.ratingsstream.omdb.OmdbClientBuilder#baseUrl}.
     *
     * @return an http URL with a free port
     */
    public URI url() {
        return server.url();
    }

    /**
     * Answers the next requests with these faults, one each, in this order. Takes precedence over {@link #failWhen}.
     *
     * @param next the faults
     */
    public void failNext(Fault... next) {
        nextFaults.addAll(List.of(Objects.requireNonNull(next, "next")));
    }

    /**
     * Decides for each request whether it fails. Replaces an earlier rule.
     *
     * @param rule gives a fault, or nothing for a normal answer; called by several threads
     */
    public void failWhen(Function<SimulatedRequest, Optional<Fault>> rule) {
        this.faults = Objects.requireNonNull(rule, "rule");
    }

    /**
     * Lets every request fail in the same way from now on: with {@code Fault.page(403)}, for one, as OMDb's edge does
     * with a client it blocks, or with {@code Fault.retryAfter(429, …)}. Replaces the rule of {@link #failWhen}.
     *
     * @param fault the fault
     */
    public void failAll(Fault fault) {
        Optional<Fault> all = Optional.of(Objects.requireNonNull(fault, "fault"));
        failWhen(request -> all);
    }

    /** Ends {@link #failAll}, {@link #failWhen} and what is left of {@link #failNext}. */
    public void failNone() {
        nextFaults.clear();
        failWhen(request -> Optional.empty());
    }

    /**
     * Sets how many calls are left of the day's quota.
     *
     * @param calls 0 or more; 0 if the quota is spent
     */
    public void setCallsLeft(long calls) {
        rules.setCallsLeft(calls);
    }

    /**
     * The requests so far, failed ones included: the latest, as many as {@link OmdbSimulatorBuilder#keepRequests} says.
     * What a {@linkplain OmdbSimulatorBuilder#cachingEdge caching edge} answers is not among them.
     *
     * @return a copy, in order of arrival
     */
    public List<SimulatedRequest> requests() {
        return requests.latest();
    }

    /**
     * How many requests there were so far, of which {@link #requests} has the latest.
     *
     * @return 0 or more
     */
    public long requestCount() {
        return requests.count();
    }

    /**
     * How many requests the {@linkplain OmdbSimulatorBuilder#cachingEdge caching edge} answered by itself.
     *
     * @return 0 or more; 0 without an edge
     */
    public long edgeHits() {
        return edge.map(CachingEdge::hits).orElse(0L);
    }

    /**
     * The queries of {@link #requests}, without the API key.
     *
     * @return such as {@code t=Inception}; a copy, in order of arrival
     */
    public List<String> queries() {
        return requests().stream().map(SimulatedRequest::query).toList();
    }

    /**
     * How many requests wait for their answer right now, including those that hang.
     *
     * @return 0 or more
     */
    public int underWay() {
        return server.underWay();
    }

    /**
     * How many connections were opened so far. A client that keeps them alive opens few.
     *
     * @return 0 or more
     */
    public int connections() {
        return server.connections();
    }

    /** Stops listening and closes all connections. Closing twice does nothing. */
    @Override
    public void close() {
        server.close();
    }

    private SimulatedAnswer judge(ReceivedRequest received) {
        SimulatedRequest request = received.request();
        requests.add(request);
        return Optional.ofNullable(nextFaults.poll())
                .or(() -> faults.apply(request))
                .map(Fault::answer)
                .orElseGet(() -> rules.answer(request.parameters(), received.apiKey(), received.userAgent()));
    }
}

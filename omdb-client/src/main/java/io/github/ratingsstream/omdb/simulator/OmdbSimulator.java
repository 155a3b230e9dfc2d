package io.github.ratingsstream.omdb.simulator;

import java.net.URI;
import java.util.List;
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
 *                 .title(SimulatedTitle.of("tt1375666", "Inception", "2010", "8.8"))
 *                 .start();
 *         OmdbClient omdb = OmdbClient.builder().apiKey("any").baseUrl(simulator.url()).build()) {
 *     omdb.byTitle("Inception");
 *     simulator.failNext(Fault.page(503));
 * }
 * }</pre>
 *
 * <p>It follows OMDb's rules for keys, titles, years, types, ids, plots, seasons, episodes and searches, errors and
 * broken JSON included, and keeps a record of what it was asked. It speaks HTTP/1.1 on the loopback interface.
 * Thread-safe.
 */
public final class OmdbSimulator implements AutoCloseable {

    private final SimulatedRules rules;
    private final Queue<Fault> nextFaults = new ConcurrentLinkedQueue<>();
    private final Queue<SimulatedRequest> requests = new ConcurrentLinkedQueue<>();
    private volatile Function<SimulatedRequest, Optional<Fault>> faults = request -> Optional.empty();
    private final SimulatorServer server;

    OmdbSimulator(SimulatedRules rules, SimulatedLatency latency) {
        this.rules = rules;
        this.server = new SimulatorServer(this::judge, latency);
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
        nextFaults.addAll(List.of(next));
    }

    /**
     * Decides for each request whether it fails. Replaces an earlier rule.
     *
     * @param rule gives a fault, or nothing for a normal answer; called by several threads
     */
    public void failWhen(Function<SimulatedRequest, Optional<Fault>> rule) {
        this.faults = rule;
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
     * What was asked so far, failed requests included.
     *
     * @return a copy, in order of arrival
     */
    public List<SimulatedRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * The queries so far, without the API key.
     *
     * @return such as {@code t=Inception}; a copy, in order of arrival
     */
    public List<String> queries() {
        return requests.stream().map(SimulatedRequest::query).toList();
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

    /** Stops listening and cuts off what is under way. Idempotent. */
    @Override
    public void close() {
        server.close();
    }

    private SimulatedAnswer judge(SimulatedRequest request, String apiKey, @Nullable String userAgent) {
        requests.add(request);
        return Optional.ofNullable(nextFaults.poll())
                .or(() -> faults.apply(request))
                .map(Fault::answer)
                .orElseGet(() -> rules.answer(request.parameters(), apiKey, userAgent));
    }
}

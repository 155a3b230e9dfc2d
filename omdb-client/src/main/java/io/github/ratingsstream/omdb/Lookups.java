package io.github.ratingsstream.omdb;

import dev.failsafe.Failsafe;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The way of a lookup: a free slot, an attempt, the parser, and again after a pause, all within one deadline. */
final class Lookups implements AutoCloseable {

    static final String CLOSED = "the client is closed";

    private final OmdbConfig config;
    private final Transport transport;
    private final RequestUri uris;
    private final AnswerParser parser;
    private final CallSlots slots;
    /** Failsafe's own is the JVM's common pool, where somebody else's blocking task would delay ours. */
    private final ScheduledExecutorService scheduler = DaemonTimer.named("omdb-lookups");

    private final Set<Lookup<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Lookups(OmdbConfig config, Transport transport) {
        this.config = config;
        this.transport = transport;
        this.uris = new RequestUri(config.baseUrl(), config.apiKey());
        this.parser = new AnswerParser(config.apiKey());
        this.slots = new CallSlots(config.maxConcurrency());
    }

    /** Cancelling the result cancels the call under way. */
    <T> Lookup<T> start(OmdbRequest<T> request) {
        Lookup<T> lookup = new Lookup<>(config, self -> attempt(self, request));
        underWay.add(lookup);
        if (closed) {
            underWay.remove(lookup);
            lookup.stop(CLOSED);
            return lookup;
        }
        CompletableFuture<OmdbAnswer<T>> attempts =
                Failsafe.with(lookup.retries()).with(scheduler).getStageAsync(lookup::attempt);
        // A copy: a deadline on Failsafe's own future would end it without cancelling what it runs.
        CompletableFuture<OmdbAnswer<T>> timed =
                attempts.copy().orTimeout(config.timeout().toNanos(), TimeUnit.NANOSECONDS);
        timed.whenComplete((answer, error) -> {
            if (error == null) {
                lookup.end(answer);
            } else {
                lookup.end(error);
            }
        });
        lookup.result().whenComplete((answer, error) -> {
            underWay.remove(lookup);
            attempts.cancel(true);
            timed.cancel(false);
        });
        return lookup;
    }

    private <T> CompletableFuture<OmdbAnswer<T>> attempt(Lookup<T> lookup, OmdbRequest<T> request) {
        CompletableFuture<RawAnswer> call = slots.call(() -> {
            if (closed) {
                // The slot was freed by a lookup that close has just ended: the next in line is not to pay for it.
                throw lookup.stop(CLOSED);
            }
            lookup.countCall();
            return transport.get(uris.of(request));
        });
        CompletableFuture<OmdbAnswer<T>> parsed = call.thenApply(raw -> parser.parse(request, raw));
        // Failsafe cancels what it is given; the call behind it has to go too.
        parsed.whenComplete((answer, error) -> call.cancel(true));
        return parsed;
    }

    /** Ends what is under way as {@link OmdbException.Reason#STOPPING}. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(lookup -> lookup.stop(CLOSED));
        scheduler.shutdownNow();
        transport.close();
    }
}

package io.github.ratingsstream.omdb;

import java.util.concurrent.CompletableFuture;

/** The way of one attempt: a free slot, HTTP, the parser. */
final class Attempts implements AutoCloseable {

    private final Transport transport;
    private final RequestUri uris;
    private final AnswerParser parser;
    private final CallSlots slots;
    private final OmdbConfig config;
    private volatile boolean closed;

    Attempts(OmdbConfig config, Transport transport) {
        this.config = config;
        this.transport = transport;
        this.uris = new RequestUri(config.baseUrl(), config.apiKey());
        this.parser = new AnswerParser(config.apiKey());
        this.slots = new CallSlots(config.maxConcurrency());
    }

    /** The slot is kept until the answer is judged: the next in line has to know what it said of the quota. */
    <T> CompletableFuture<OmdbAnswer<T>> attempt(Lookup<T> lookup) {
        return slots.call(() -> {
            if (closed) {
                // The slot was freed by a lookup that close has just ended: the next in line is not to pay for it.
                throw lookup.stop(Lookups.CLOSED);
            }
            return send(lookup);
        });
    }

    private <T> CompletableFuture<OmdbAnswer<T>> send(Lookup<T> lookup) {
        lookup.countCall();
        return Steps.then(
                transport.get(uris.of(lookup.request())),
                raw -> CompletableFuture.completedFuture(parser.parse(lookup.request(), raw)
                        .received(raw.body(), config.clock().instant())));
    }

    @Override
    public void close() {
        closed = true;
        transport.close();
    }
}

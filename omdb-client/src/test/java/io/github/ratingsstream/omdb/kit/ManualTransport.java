package io.github.ratingsstream.omdb.kit;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.http.Transport;
import java.net.URI;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A transport that answers when the test does, or at once. */
public class ManualTransport implements Transport {

    private final Queue<CompletableFuture<RawAnswer>> sent = new ConcurrentLinkedQueue<>();
    private volatile Optional<RawAnswer> atOnce = Optional.empty();

    /** From now on every call is answered at once. */
    public void answerAtOnce(RawAnswer raw) {
        atOnce = Optional.of(raw);
    }

    /** The calls sent so far; whoever completes one answers it. */
    public Queue<CompletableFuture<RawAnswer>> sent() {
        return sent;
    }

    public void untilSent() {
        Until.holds(() -> !sent.isEmpty());
    }

    @Override
    public CompletableFuture<RawAnswer> get(URI uri) {
        CompletableFuture<RawAnswer> call = new CompletableFuture<>();
        sent.add(call);
        atOnce.ifPresent(call::complete);
        return call;
    }

    @Override
    public OmdbException tooSlow() {
        return new OmdbException(Reason.TIMEOUT, true, "no answer");
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.CallSlots;
import io.github.ratingsstream.omdb.internal.async.Steps;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.http.RequestUri;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.internal.judge.AnswerJudge;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Takes one attempt through its stages: the breaker, the refused key, a free slot, the budget, HTTP, the judge. */
final class Attempts implements AutoCloseable {

    private final Transport transport;
    private final RequestUri uris;
    private final AnswerJudge judge;
    private final CallSlots slots;
    private final Clock clock;
    private final Breaker breaker;
    private final RefusedKey refusedKey;
    private final Budget budget;
    private final Events events;
    private volatile boolean closed;

    Attempts(OmdbConfig config, Transport transport, Breaker breaker, Budget budget, Events events) {
        this.clock = config.clock();
        this.breaker = breaker;
        this.refusedKey = new RefusedKey(config.clock());
        this.budget = budget;
        this.events = events;
        this.transport = transport;
        this.uris = new RequestUri(config.baseUrl(), config.apiKey());
        this.judge = new AnswerJudge(config.apiKey());
        this.slots = new CallSlots(config.maxConcurrency());
    }

    /**
     * Makes an attempt in its slot. The slot is held until the answer is judged, because the next in line must know
     * whether the quota is spent, and until the answer is written, so that a killed process loses no more paid answers
     * than it has slots.
     */
    <T> CompletableFuture<OmdbAnswer<T>> attempt(Lookup<T> lookup, AnswerWriter<T> writer) {
        refusedKey.check();
        breaker.check();
        return slots.call(() -> begin(lookup), writer::write);
    }

    private <T> CompletableFuture<OmdbAnswer<T>> begin(Lookup<T> lookup) {
        if (closed) {
            // Closing ends lookups, which frees slots: no call may go out for the lookups that were waiting in line.
            throw lookup.stop(OmdbConfig.CLOSED);
        }
        refusedKey.pass();
        breaker.pass();
        return Steps.then(budget.take(), probe -> send(lookup, probe));
    }

    private <T> CompletableFuture<OmdbAnswer<T>> send(Lookup<T> lookup, boolean probe) {
        int number = lookup.countCall();
        CompletableFuture<OmdbAnswer<T>> sent =
                Steps.then(transport.get(uris.of(lookup.request())), raw -> judged(lookup.request(), raw, probe));
        return events.attempt(lookup, number, sent);
    }

    private <T> CompletableFuture<OmdbAnswer<T>> judged(OmdbRequest<T> request, RawAnswer raw, boolean probe) {
        try {
            OmdbAnswer<T> answer = judge.judge(request, raw).received(raw.body(), clock.instant());
            refusedKey.accepted();
            CompletableFuture<OmdbAnswer<T>> judged = CompletableFuture.completedFuture(answer);
            return probe ? Steps.then(budget.lift(), lifted -> judged) : judged;
        } catch (OmdbException failure) {
            refusedKey.failed(failure);
            CompletableFuture<OmdbAnswer<T>> judged = CompletableFuture.failedFuture(failure);
            return failure.reason() == Reason.DAILY_LIMIT ? Steps.then(budget.mark(), marked -> judged) : judged;
        }
    }

    /** Lets no further attempt be sent. Those in flight go on. */
    void stop() {
        closed = true;
    }

    @Override
    public void close() {
        stop();
        transport.close();
    }
}

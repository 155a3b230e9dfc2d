package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.Errors;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.http.RequestUri;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.internal.judge.AnswerJudge;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One attempt: what is sent, what comes back, and what it means for the key, the quota and the state of OMDb. */
final class Exchange {

    private static final Set<Reason> REFUSALS = EnumSet.of(Reason.REFUSED_KEY, Reason.DAILY_LIMIT);

    private final Transport transport;
    private final RequestUri uris;
    private final AnswerJudge judge;
    private final Clock clock;
    private final Budget budget;
    private final RefusedKey refusedKey;
    private final Brake brake;
    private final Events events;

    Exchange(
            OmdbConfig config,
            Transport transport,
            AnswerJudge judge,
            Budget budget,
            RefusedKey refusedKey,
            Brake brake,
            Events events) {
        this.transport = transport;
        this.uris = new RequestUri(config.baseUrl());
        this.judge = judge;
        this.clock = config.clock();
        this.budget = budget;
        this.refusedKey = refusedKey;
        this.brake = brake;
        this.events = events;
    }

    /** Sends an attempt. The future is the lookup's to cancel. */
    CompletableFuture<RawAnswer> send(Lookup<?> lookup) {
        return sent(lookup, uris.of(lookup.request()));
    }

    /** Sends an attempt past every cache on the way. */
    CompletableFuture<RawAnswer> sendUnseen(Lookup<?> lookup) {
        return sent(lookup, uris.unseen(lookup.request()));
    }

    private CompletableFuture<RawAnswer> sent(Lookup<?> lookup, URI uri) {
        lookup.countCall();
        CompletableFuture<RawAnswer> answer = transport.get(uri);
        if (!lookup.sent(answer)) {
            answer.cancel(true);
        }
        return answer;
    }

    /**
     * Says what an attempt has come to.
     *
     * @throws DoubtfulFailure if it may not be what it looks like
     */
    <T> OmdbAnswer<T> judged(Lookup<T> lookup, Budget.Call call, @Nullable RawAnswer raw, @Nullable Throwable error)
            throws DoubtfulFailure {
        Duration took = Duration.ofNanos(System.nanoTime() - lookup.attemptSince());
        lookup.takeExchange();
        Optional<Reason> failed = Optional.of(Reason.UNKNOWN);
        try {
            OmdbAnswer<T> answer = judged(lookup, call, received(raw, error));
            failed = Optional.empty();
            return answer;
        } catch (OmdbException failure) {
            failed = Optional.of(failure.reason());
            throw failure;
        } catch (DoubtfulFailure doubtful) {
            failed = Optional.of(doubtful.meaning().reason());
            throw doubtful;
        } finally {
            events.attempted(lookup.request(), lookup.calls(), took, failed);
        }
    }

    private RawAnswer received(@Nullable RawAnswer raw, @Nullable Throwable error) {
        if (raw != null) {
            return raw;
        }
        Throwable cause = error == null ? new IllegalStateException() : Errors.unwrapped(error);
        if (cause instanceof TimeoutException) {
            throw transport.tooSlow();
        }
        if (cause instanceof CancellationException) {
            throw new OmdbException(Reason.STOPPING, true, "the lookup was cancelled");
        }
        throw cause instanceof OmdbException known ? known : unexpected(cause);
    }

    /** A bug, ours or another's. Only its class is said, as its message may contain the URL. */
    static OmdbException unexpected(Throwable bug) {
        return new OmdbException(
                Reason.UNKNOWN, false, "an unexpected " + bug.getClass().getSimpleName());
    }

    private <T> OmdbAnswer<T> judged(Lookup<T> lookup, Budget.Call call, RawAnswer raw) throws DoubtfulFailure {
        OmdbAnswer<T> answer;
        try {
            answer = judge.judge(lookup.request(), raw).received(raw.body(), clock.instant());
        } catch (OmdbException failure) {
            if (raw.cached() && REFUSALS.contains(failure.reason())) {
                throw DoubtfulFailure.fromCache(failure);
            }
            heed(failure, call);
            if (AnswerJudge.isPage(raw)) {
                throw DoubtfulFailure.page(failure);
            }
            throw failure.reason() == Reason.DAILY_LIMIT ? budget.dated(failure, call) : failure;
        }
        refusedKey.accepted();
        brake.answered();
        if (call.probe()) {
            budget.lift(call);
        }
        return answer;
    }

    private void heed(OmdbException failure, Budget.Call call) {
        refusedKey.failed(failure);
        brake.attemptFailed(failure);
        if (failure.reason() == Reason.DAILY_LIMIT) {
            budget.mark(call);
        }
    }
}

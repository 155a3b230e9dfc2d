package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.internal.async.Steps;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One lookup among all who share a store. If the store has a fresh answer, that is it. Otherwise the lookup waits for
 * its turn and tries to get the lease: the holder asks OMDb, and the others look into the store again until the answer
 * is there or the lease is free. The holder renews its lease, so leases can be short, and a dead process's lease ends
 * soon. If the store can't be used, OMDb is asked without it.
 */
final class SharedLookup<T> {

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;
    private static final int RENEWALS_IN_A_LEASE = 3;

    private final SharedAnswers answers;
    private final OmdbRequest<T> request;
    private final String key;
    private final String owner;
    private final Function<AnswerWriter<T>, CompletableFuture<OmdbAnswer<T>>> ask;
    private final CompletableFuture<OmdbAnswer<T>> result = new CompletableFuture<>();
    /** Written by one turn at a time. */
    private volatile long pauseMillis = FIRST_PAUSE_MILLIS;

    private boolean over;

    SharedLookup(
            SharedAnswers answers,
            OmdbRequest<T> request,
            String owner,
            Function<AnswerWriter<T>, CompletableFuture<OmdbAnswer<T>>> ask) {
        this.answers = answers;
        this.request = request;
        this.key = request.key().text();
        this.owner = owner;
        this.ask = ask;
    }

    /** What was found in the store, and whether this lookup has the lease. */
    private record Finding<T>(Optional<OmdbAnswer<T>> answer, boolean leased) {}

    CompletableFuture<OmdbAnswer<T>> start() {
        look();
        return result;
    }

    /** Looks into the store before waiting in line: an answer that is there needs no turn. */
    private void look() {
        if (result.isDone()) {
            return;
        }
        answers.store().call(store -> answers.find(store, request)).whenComplete((found, down) -> {
            if (down == null && found.filter(answers::isFresh).isPresent()) {
                result.complete(found.get().from(Source.CACHE));
            } else {
                answers.turns().call(this::turn);
            }
        });
    }

    /** Completes when the turn is over. */
    private CompletableFuture<Boolean> turn() {
        if (result.isDone()) {
            return CompletableFuture.completedFuture(false);
        }
        AtomicBoolean decided = new AtomicBoolean();
        return answers.store()
                .call(store -> leased(store, decided))
                .handle((finding, down) -> use(finding, down, decided))
                .thenCompose(Function.identity());
    }

    /** If nobody waits for the store any more when it answers, it must not leave a lease behind. */
    private Finding<T> leased(OmdbStore store, AtomicBoolean decided) {
        if (!store.lease(key, owner, answers.lease())) {
            return new Finding<>(Optional.empty(), false);
        }
        // The last holder may have written the answer after this lookup last read the store.
        Optional<OmdbAnswer<T>> latest = answers.find(store, request);
        if (latest.filter(answers::isFresh).isPresent()) {
            store.release(key, owner);
            return new Finding<>(latest, false);
        }
        latest.ifPresent(expired -> answers.remember(request, expired));
        boolean inTime = decided.compareAndSet(false, true);
        if (!inTime) {
            store.release(key, owner);
        }
        return new Finding<>(latest, inTime);
    }

    private CompletableFuture<Boolean> use(
            @Nullable Finding<T> finding, @Nullable Throwable down, AtomicBoolean decided) {
        if (finding == null) {
            return ask(!decided.compareAndSet(false, true));
        }
        if (finding.leased()) {
            return ask(true);
        }
        if (finding.answer().isPresent()) {
            result.complete(finding.answer().get().from(Source.CACHE));
        } else {
            answers.timer().schedule(this::look, pauseMillis, TimeUnit.MILLISECONDS);
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
        }
        return CompletableFuture.completedFuture(false);
    }

    private CompletableFuture<Boolean> ask(boolean leased) {
        CompletableFuture<OmdbAnswer<T>> asked = asked(answer -> kept(answer, leased));
        Future<?> renewal = leased ? renewal() : asked;
        asked.whenComplete((answer, error) -> {
            renewal.cancel(false);
            if (answer != null) {
                result.complete(answer);
                return;
            }
            if (leased) {
                answers.store().write(this::released);
            }
            result.completeExceptionally(Steps.unwrapped(error));
        });
        result.whenComplete((answer, error) -> asked.cancel(true));
        return asked.handle((answer, error) -> true);
    }

    private Future<?> renewal() {
        long pause = answers.lease().toNanos() / RENEWALS_IN_A_LEASE;
        return answers.timer()
                .scheduleAtFixedRate(() -> answers.store().write(this::renewed), pause, pause, TimeUnit.NANOSECONDS);
    }

    private CompletableFuture<OmdbAnswer<T>> asked(AnswerWriter<T> writer) {
        try {
            return result.isDone() ? result : ask.apply(writer);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<?> kept(OmdbAnswer<T> answer, boolean leased) {
        return answers.store().write(store -> {
            store.keep(key, SharedAnswers.toStore(answer));
            return leased && released(store);
        });
    }

    /** A renewal that runs after the release must not take the lease again: nobody would release it. */
    private synchronized boolean renewed(OmdbStore store) {
        return !over && store.lease(key, owner, answers.lease());
    }

    private synchronized boolean released(OmdbStore store) {
        over = true;
        store.release(key, owner);
        return true;
    }
}

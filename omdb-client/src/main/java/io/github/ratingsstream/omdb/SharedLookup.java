package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.OmdbAnswer.Source;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One lookup among all who share the store. Its answer if it has one; else whoever gets the lease asks OMDb, and the
 * others look again until the answer is there or the lease is free. A store that can't be used is gone without.
 */
final class SharedLookup<T> {

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final SharedAnswers answers;
    private final OmdbRequest<T> request;
    private final String key;
    private final String owner;
    private final Supplier<CompletableFuture<OmdbAnswer<T>>> ask;
    private final CompletableFuture<OmdbAnswer<T>> result = new CompletableFuture<>();
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    SharedLookup(
            SharedAnswers answers,
            OmdbRequest<T> request,
            String owner,
            Supplier<CompletableFuture<OmdbAnswer<T>>> ask) {
        this.answers = answers;
        this.request = request;
        this.key = request.key().text();
        this.owner = owner;
        this.ask = ask;
    }

    /** What the store was seen to have, and whether the lease is ours. */
    private record Sight<T>(Optional<OmdbAnswer<T>> answer, boolean leased) {}

    CompletableFuture<OmdbAnswer<T>> start(StoreCalls store, ScheduledExecutorService timer) {
        look(store, timer);
        return result;
    }

    private void look(StoreCalls store, ScheduledExecutorService timer) {
        if (result.isDone()) {
            return;
        }
        store.call(this::seen).whenComplete((sight, down) -> {
            if (down != null) {
                ask(store, false);
            } else if (sight.leased()) {
                ask(store, true);
            } else if (sight.answer().filter(answers::isFresh).isPresent()) {
                result.complete(sight.answer().get().from(Source.CACHE));
            } else {
                long pause = pauseMillis;
                pauseMillis = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                timer.schedule(() -> look(store, timer), pause, TimeUnit.MILLISECONDS);
            }
        });
    }

    private Sight<T> seen(OmdbStore store) {
        Optional<OmdbAnswer<T>> answer = answers.find(store, request);
        if (answer.filter(answers::isFresh).isPresent()) {
            return new Sight<>(answer, false);
        }
        if (!store.lease(key, owner, answers.lease())) {
            return new Sight<>(answer, false);
        }
        // The lease before this one may have ended with an answer after the first look.
        Optional<OmdbAnswer<T>> latest = answers.find(store, request);
        if (latest.filter(answers::isFresh).isPresent()) {
            store.release(key, owner);
            return new Sight<>(latest, false);
        }
        latest.ifPresent(expired -> answers.remember(request, expired));
        return new Sight<>(latest, true);
    }

    private void ask(StoreCalls store, boolean leased) {
        CompletableFuture<OmdbAnswer<T>> asked = asked();
        asked.whenComplete((answer, error) -> {
            if (leased || answer != null) {
                store.write(to -> settled(to, answer, leased));
            }
            if (answer != null) {
                result.complete(answer);
            } else {
                result.completeExceptionally(Causes.unwrapped(error));
            }
        });
        result.whenComplete((answer, error) -> asked.cancel(true));
    }

    private CompletableFuture<OmdbAnswer<T>> asked() {
        try {
            return result.isDone() ? result : ask.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private boolean settled(OmdbStore store, @Nullable OmdbAnswer<T> answer, boolean leased) {
        if (answer != null) {
            store.keep(key, SharedAnswers.toStore(answer));
        }
        if (leased) {
            store.release(key, owner);
        }
        return true;
    }
}

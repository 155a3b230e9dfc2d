package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.internal.async.CallSlots;
import io.github.ratingsstream.omdb.internal.async.Gate;
import io.github.ratingsstream.omdb.internal.async.Steps;
import io.github.ratingsstream.omdb.internal.text.OneLine;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls to the store. If it may block, they run on separate threads, a few at a time, each within a time limit;
 * otherwise on the caller's thread. A store that fails or is slow is left alone for a while.
 */
final class StoreCalls implements AutoCloseable {

    private static final Duration LEAST_BOUND = Duration.ofSeconds(3);
    private static final int BOUNDS_IN_A_TIMEOUT = 10;
    private static final int MOMENTS_IN_A_BOUND = 6;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(StoreCalls.class);
    private static final int THREADS = 4;

    private final OmdbStore store;
    private final boolean keepsAnswers;
    private final Duration bound;
    private final Executor after;
    private final Gate gate;
    private final CallSlots slots = new CallSlots(THREADS);
    /** None for a store that never blocks. */
    private final Optional<ExecutorService> threads;

    private final Set<CompletableFuture<?>> writes = ConcurrentHashMap.newKeySet();

    /**
     * Patience with a lookup is patience with the store: a call to it may take a tenth of a lookup's timeout, and at
     * least 3 seconds. What depends on a call runs on the executor {@code after}, so that it can't hold up the store's
     * threads.
     */
    StoreCalls(OmdbStore store, Duration timeout, Clock clock, Executor after) {
        this.store = store;
        Duration part = timeout.dividedBy(BOUNDS_IN_A_TIMEOUT);
        this.bound = part.compareTo(LEAST_BOUND) > 0 ? part : LEAST_BOUND;
        this.after = after;
        this.gate = new Gate(clock, PAUSE);
        this.keepsAnswers = store.keepsAnswers();
        this.threads = store.mayBlock()
                ? Optional.of(Executors.newFixedThreadPool(THREADS, task -> {
                    Thread thread = new Thread(task, "omdb-store");
                    thread.setDaemon(true);
                    return thread;
                }))
                : Optional.empty();
    }

    /** False for a store in memory, which leaves answers to the cache. */
    boolean keepsAnswers() {
        return keepsAnswers;
    }

    /** Fails if the store can't be used now, for whatever reason. */
    <R> CompletableFuture<R> call(Function<OmdbStore, R> work) {
        CompletableFuture<R> called = queued(work);
        return called.isDone() ? called : called.whenCompleteAsync((value, error) -> {}, after);
    }

    /** As {@link #call}, for a write: {@link #close} waits for it. */
    CompletableFuture<?> write(Function<OmdbStore, ?> work) {
        CompletableFuture<?> written = queued(work);
        writes.add(written);
        written.whenComplete((value, error) -> writes.remove(written));
        return written;
    }

    /**
     * Waits briefly (a sixth of a call's time limit) for the result, or gives nothing. The work may still be done
     * later.
     */
    <R> Optional<R> await(Function<OmdbStore, R> work) {
        CompletableFuture<R> called = queued(work);
        try {
            return Optional.of(called.get(bound.toMillis() / MOMENTS_IN_A_BOUND, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            called.cancel(false);
        }
        return Optional.empty();
    }

    private <R> CompletableFuture<R> queued(Function<OmdbStore, R> work) {
        if (threads.isEmpty()) {
            return admitted(() -> worked(work));
        }
        // Giving up the wait does not free a thread that is stuck in the store, so the slot is kept until the work
        // ends.
        CompletableFuture<R> wanted = new CompletableFuture<>();
        slots.call(() -> wanted.isDone() ? wanted : admitted(() -> started(work, threads.get())))
                .whenComplete((value, error) -> Steps.end(wanted, value, error));
        return wanted;
    }

    private <R> CompletableFuture<R> admitted(Supplier<CompletableFuture<R>> call) {
        if (!gate.admits()) {
            return CompletableFuture.failedFuture(new StoreException("the store failed a moment ago"));
        }
        return call.get().whenComplete((value, error) -> {
            if (error == null) {
                succeeded();
            } else {
                failed(Steps.unwrapped(error));
            }
        });
    }

    private <R> CompletableFuture<R> started(Function<OmdbStore, R> work, Executor on) {
        return CompletableFuture.supplyAsync(() -> work.apply(store), on)
                .orTimeout(bound.toMillis(), TimeUnit.MILLISECONDS);
    }

    private <R> CompletableFuture<R> worked(Function<OmdbStore, R> work) {
        try {
            return CompletableFuture.completedFuture(work.apply(store));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void succeeded() {
        if (gate.open()) {
            log.warn("The store can be used again.");
        }
    }

    private void failed(Throwable error) {
        if (gate.shut()) {
            log.warn(
                    "The store can't be used: {}. Answers come from memory alone; it is tried again every {} s.",
                    said(error),
                    PAUSE.toSeconds());
        }
    }

    /** For other exceptions only the class is logged, since their messages may contain a secret. */
    private String said(Throwable error) {
        if (error instanceof StoreException known) {
            return OneLine.of(String.valueOf(known.getMessage()));
        }
        return error instanceof TimeoutException
                ? "no answer within " + bound.toSeconds() + " s"
                : error.getClass().getName();
    }

    /** Waits until paid answers are written, but no longer than one call may take. The store itself stays open. */
    @Override
    public void close() {
        try {
            CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new))
                    .get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("The last answers were not stored.");
        }
        // Not shutdownNow: an interrupt would break an embedded database for its other users.
        threads.ifPresent(ExecutorService::shutdown);
    }
}

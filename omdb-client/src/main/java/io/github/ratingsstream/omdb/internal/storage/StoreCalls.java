package io.github.ratingsstream.omdb.internal.storage;

import io.github.ratingsstream.omdb.internal.async.Gate;
import io.github.ratingsstream.omdb.internal.text.OneLine;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls to the store. If it may block, they run on separate threads, a few at a time, each within a time limit;
 * otherwise on the caller's thread. A store that fails or is slow is left alone for a while.
 */
public final class StoreCalls implements AutoCloseable {

    private static final Duration LEAST_BOUND = Duration.ofSeconds(3);
    private static final int BOUNDS_IN_A_TIMEOUT = 10;
    private static final int MOMENTS_IN_A_BOUND = 6;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(StoreCalls.class);
    private static final int THREADS = 4;

    private final OmdbStore store;
    private final boolean keepsAnswers;
    private final long boundNanos;
    private final ScheduledExecutorService timer;
    private final Gate gate;
    /** None for a store that never blocks. */
    private final Optional<ThreadPoolExecutor> threads;

    private final AtomicLong numbers = new AtomicLong();
    private final Set<CompletableFuture<?>> writes = ConcurrentHashMap.newKeySet();
    private volatile long lastEnd = System.nanoTime();

    /**
     * Patience with a lookup is patience with the store: a call to it may take a tenth of a lookup's timeout, and at
     * least 3 seconds.
     */
    public StoreCalls(OmdbStore store, Duration timeout, Clock clock, ScheduledExecutorService timer) {
        this.store = store;
        Duration part = timeout.dividedBy(BOUNDS_IN_A_TIMEOUT);
        this.boundNanos = (part.compareTo(LEAST_BOUND) > 0 ? part : LEAST_BOUND).toNanos();
        this.timer = timer;
        this.gate = new Gate(clock, PAUSE);
        this.keepsAnswers = store.keepsAnswers();
        this.threads = store.mayBlock() ? Optional.of(threads()) : Optional.empty();
    }

    private static ThreadPoolExecutor threads() {
        return new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "omdb-store");
            thread.setDaemon(true);
            return thread;
        });
    }

    OmdbStore store() {
        return store;
    }

    /** False for a store in memory, which leaves answers to the cache. */
    public boolean keepsAnswers() {
        return keepsAnswers;
    }

    /**
     * Waits for a call.
     *
     * @throws StoreException if the store can't be used now, for whatever reason
     */
    public <R> R call(Function<OmdbStore, R> work) {
        return result(submit(work));
    }

    /** How long a store that failed is still left alone. */
    public Duration untilTried() {
        return gate.untilDue();
    }

    /** As {@link #call}, for what {@link #close} waits for too. */
    public <R> R write(Function<OmdbStore, R> work) {
        return result(writeLater(work));
    }

    /** As {@link #write}, without waiting. */
    public <R> CompletableFuture<R> writeLater(Function<OmdbStore, R> work) {
        CompletableFuture<R> written = submit(work);
        writes.add(written);
        written.whenComplete((value, error) -> writes.remove(written));
        return written;
    }

    /** A look into the store, which nobody's permit waits for. It is left out if it is not wanted when its turn comes. */
    public <R> CompletableFuture<R> look(BooleanSupplier unwanted, Function<OmdbStore, R> work) {
        return submit(StoreCall.Rank.LOOK, unwanted, work);
    }

    /**
     * Waits briefly (a sixth of a call's time limit) for the result, or gives nothing. The work may still be done
     * later.
     */
    public <R> Optional<R> await(Function<OmdbStore, R> work) {
        CompletableFuture<R> called = submit(work);
        try {
            return Optional.of(called.get(boundNanos / MOMENTS_IN_A_BOUND, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            called.cancel(false);
        }
        return Optional.empty();
    }

    private static <R> R result(CompletableFuture<R> called) {
        try {
            return called.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException known ? known : new StoreException("the store failed");
        }
    }

    private <R> CompletableFuture<R> submit(Function<OmdbStore, R> work) {
        return submit(StoreCall.Rank.WORK, () -> false, work);
    }

    private <R> CompletableFuture<R> submit(
            StoreCall.Rank rank, BooleanSupplier unwanted, Function<OmdbStore, R> work) {
        if (!gate.admits()) {
            return CompletableFuture.failedFuture(new StoreException("the store failed a moment ago"));
        }
        StoreCall<R> call = new StoreCall<>(this, rank, numbers.incrementAndGet(), unwanted, work);
        if (threads.isEmpty()) {
            call.run();
            return call.result();
        }
        try {
            threads.get().execute(call);
            watch(call, boundNanos);
        } catch (RejectedExecutionException closed) {
            call.result().completeExceptionally(new StoreException("the client is closed"));
        }
        return call.result();
    }

    private void watch(StoreCall<?> call, long nanos) {
        Future<?> alarm = timer.schedule(() -> checkBound(call), nanos, TimeUnit.NANOSECONDS);
        call.result().whenComplete((value, error) -> alarm.cancel(false));
    }

    /** The limit is for the store, not for the line: a call in line is given up only if no other has ended meanwhile. */
    private void checkBound(StoreCall<?> call) {
        long since = call.hasBegun() ? call.since() : Math.max(call.since(), lastEnd);
        long left = since + boundNanos - System.nanoTime();
        if (left > 0) {
            watch(call, left);
        } else {
            call.fail(new TimeoutException());
        }
    }

    /** What a call came to. It counts only if somebody still waited for it. */
    void succeeded(boolean late) {
        lastEnd = System.nanoTime();
        if (!late && gate.open()) {
            log.warn("The store can be used again.");
        }
    }

    void failed(Throwable error, boolean late) {
        lastEnd = System.nanoTime();
        if (late || !gate.shut()) {
            return;
        }
        log.warn(
                "The store can't be used: {}. Answers come from memory only; the store is tried again every {} s.",
                said(error),
                PAUSE.toSeconds());
        List<Runnable> inLine = new ArrayList<>();
        threads.ifPresent(pool -> pool.getQueue().drainTo(inLine));
        for (Runnable call : inLine) {
            ((StoreCall<?>) call).result().completeExceptionally(new StoreException("the store failed a moment ago"));
        }
    }

    /** For other exceptions only the class is logged, since their messages may contain a secret. */
    private String said(Throwable error) {
        if (error instanceof StoreException known) {
            return OneLine.of(String.valueOf(known.getMessage()));
        }
        return error instanceof TimeoutException
                ? "no answer within " + TimeUnit.NANOSECONDS.toSeconds(boundNanos) + " s"
                : error.getClass().getName();
    }

    /** Waits until paid answers are written, but no longer than one call may take. The store itself stays open. */
    @Override
    public void close() {
        try {
            CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).get(boundNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("The last answers were not stored.");
        }
        // Not shutdownNow: an interrupt would break an embedded database for its other users.
        threads.ifPresent(ThreadPoolExecutor::shutdown);
    }
}

package io.github.ratingsstream.omdb.internal.async;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Limits how many calls run at once; the rest wait in line without a thread. A call's own timeout thus starts when it
 * is sent, not when it joins the line.
 */
public final class CallSlots {

    /** For a call that nothing follows. */
    public static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

    private final Semaphore free;
    private final Queue<Runnable> line = new ConcurrentLinkedQueue<>();
    private final AtomicInteger visits = new AtomicInteger();

    public CallSlots(int slots) {
        this.free = new Semaphore(slots);
    }

    /** Runs the call when a slot is free. Cancelling the result skips a call that waits, and cancels one in flight. */
    public <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> call) {
        return call(call, value -> NOTHING);
    }

    /**
     * As {@link #call}, but the slot is kept until what follows the value is done; the value itself is there at once.
     */
    public <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> call, Function<T, CompletableFuture<?>> after) {
        CompletableFuture<T> result = new CompletableFuture<>();
        line.add(() -> start(call, after, result));
        serve();
        return result;
    }

    @SuppressWarnings("checkstyle:IllegalCatch") // Even a NoClassDefFoundError must not keep its slot.
    private <T> void start(
            Supplier<CompletableFuture<T>> call, Function<T, CompletableFuture<?>> after, CompletableFuture<T> result) {
        if (result.isDone()) {
            leave();
            return;
        }
        CompletableFuture<T> running;
        try {
            running = call.get();
        } catch (Throwable e) {
            running = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<T> inFlight = running;
        inFlight.whenComplete((value, error) -> {
            if (error == null) {
                after.apply(value).whenComplete((done, failed) -> leave());
                result.complete(value);
            } else {
                leave();
                result.completeExceptionally(error);
            }
        });
        result.whenComplete((value, error) -> inFlight.cancel(true));
    }

    private void leave() {
        free.release();
        serve();
    }

    /** One thread at a time serves the line; others only leave a mark. So calls that end at once don't nest. */
    private void serve() {
        if (visits.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            while (!line.isEmpty() && free.tryAcquire()) {
                line.remove().run();
            }
            seen = visits.addAndGet(-seen);
        }
    }
}

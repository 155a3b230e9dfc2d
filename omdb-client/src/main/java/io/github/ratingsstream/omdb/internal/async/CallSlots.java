package io.github.ratingsstream.omdb.internal.async;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets so many calls run at once; the rest wait in line without a thread. A call's own timeout thus starts when it is
 * sent, not when it joins the line.
 */
public final class CallSlots {

    /** For a call with nothing to be done after it. */
    public static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

    private final Semaphore free;
    private final Queue<Runnable> line = new ConcurrentLinkedQueue<>();
    private final AtomicInteger visits = new AtomicInteger();

    public CallSlots(int slots) {
        this.free = new Semaphore(slots);
    }

    /** Runs the call when a slot is free. A result cancelled meanwhile is passed over; later, its call is cancelled. */
    public <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> call) {
        return call(call, value -> NOTHING);
    }

    /**
     * As {@link #call}; the call's value is there at once, its slot is kept until what is to be done with it is done.
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

    /**
     * One thread at a time walks the line; whoever comes meanwhile leaves a mark. So calls that end at once don't nest.
     */
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

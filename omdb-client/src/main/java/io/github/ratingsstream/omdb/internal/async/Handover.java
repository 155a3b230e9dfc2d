package io.github.ratingsstream.omdb.internal.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Completes results on the caller's executor, if there is one. */
public record Handover(@Nullable Executor executor) {

    /** The result, completed on the executor. Cancelling it cancels the given one. */
    public <T> CompletableFuture<T> of(CompletableFuture<T> result) {
        if (executor == null || result.isDone()) {
            return result;
        }
        CompletableFuture<T> handed = new CompletableFuture<>();
        result.whenComplete((value, error) -> run(executor, () -> complete(handed, value, error)));
        handed.whenComplete((value, error) -> result.cancel(true));
        return handed;
    }

    @SuppressWarnings("checkstyle:IllegalCatch") // A pool that can't start a thread throws an Error.
    private static void run(Executor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (Throwable e) {
            task.run();
        }
    }

    private static <T> void complete(CompletableFuture<T> handed, T value, @Nullable Throwable error) {
        if (error == null) {
            handed.complete(value);
        } else {
            handed.completeExceptionally(error);
        }
    }
}

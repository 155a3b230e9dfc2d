package io.github.ratingsstream.omdb.internal.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs futures one after another, as {@code thenCompose} does; but cancelling the result cancels the step in flight.
 */
public final class Steps {

    private Steps() {}

    public static <A, B> CompletableFuture<B> then(CompletableFuture<A> first, Function<A, CompletableFuture<B>> next) {
        CompletableFuture<B> result = new CompletableFuture<>();
        first.whenComplete((value, error) -> {
            if (error != null) {
                result.completeExceptionally(unwrapped(error));
            } else if (!result.isDone()) {
                follow(started(value, next), result);
            }
        });
        result.whenComplete((value, error) -> first.cancel(true));
        return result;
    }

    /** The same outcome; it can be seen only after the watcher has run. */
    public static <A> CompletableFuture<A> watched(CompletableFuture<A> first, BiConsumer<A, Throwable> watcher) {
        CompletableFuture<A> result = new CompletableFuture<>();
        first.whenComplete((value, error) -> {
            try {
                watcher.accept(value, error);
            } finally {
                end(result, value, error);
            }
        });
        result.whenComplete((value, error) -> first.cancel(true));
        return result;
    }

    @SuppressWarnings("checkstyle:IllegalCatch") // Whatever a step throws, somebody waits for its end.
    private static <A, B> CompletableFuture<B> started(A value, Function<A, CompletableFuture<B>> next) {
        try {
            return next.apply(value);
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <B> void follow(CompletableFuture<B> second, CompletableFuture<B> result) {
        second.whenComplete((value, error) -> end(result, value, error));
        result.whenComplete((value, error) -> second.cancel(true));
    }

    /** Completes a future with the outcome of another. */
    public static <A> void end(CompletableFuture<A> result, A value, @Nullable Throwable error) {
        if (error == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(unwrapped(error));
        }
    }

    /** The error itself, without the {@link CompletionException} that a future may have put around it. */
    public static Throwable unwrapped(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}

package io.github.ratingsstream.omdb;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Futures one after another, as {@code thenCompose}; but cancelling the result cancels the step under way. */
final class Steps {

    private Steps() {}

    static <A, B> CompletableFuture<B> then(CompletableFuture<A> first, Function<A, CompletableFuture<B>> next) {
        CompletableFuture<B> result = new CompletableFuture<>();
        first.whenComplete((value, error) -> {
            if (error != null) {
                result.completeExceptionally(Causes.unwrapped(error));
            } else if (!result.isDone()) {
                follow(started(value, next), result);
            }
        });
        result.whenComplete((value, error) -> first.cancel(true));
        return result;
    }

    /** The same future, but its watcher has run before anybody sees it end. */
    static <A> CompletableFuture<A> watched(CompletableFuture<A> first, BiConsumer<A, Throwable> watcher) {
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

    /** Ends one future as another did. */
    static <A> void end(CompletableFuture<A> result, A value, @Nullable Throwable error) {
        if (error == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(Causes.unwrapped(error));
        }
    }
}

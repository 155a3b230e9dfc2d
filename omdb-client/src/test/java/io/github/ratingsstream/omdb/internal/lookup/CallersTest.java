package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where futures complete. */
@Timeout(600)
class CallersTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final ExecutorService callers = Executors.newSingleThreadExecutor(task -> new Thread(task, "callers"));

    @AfterEach
    void shutDown() {
        callers.shutdownNow();
    }

    @Test
    void answersCompleteOnTheExecutor() {
        OmdbClient client = omdb.client(builder -> builder.executor(callers));

        CompletableFuture<String> thread = beforeTheAnswer(
                () -> client.async().byTitle("Inception"),
                lookup -> lookup.thenApply(answer -> Thread.currentThread().getName()));

        assertThat(thread.join()).isEqualTo("callers");
    }

    @Test
    void failuresCompleteOnTheExecutor() {
        omdb.simulator().failNext(Fault.page(403));
        OmdbClient client = omdb.client(builder -> builder.executor(callers));

        CompletableFuture<String> thread = beforeTheAnswer(
                () -> client.async().byTitle("Inception"),
                lookup -> lookup.handle((answer, error) -> error.getClass().getSimpleName()
                        + Thread.currentThread().getName()));

        assertThat(thread.join()).isEqualTo("OmdbExceptioncallers");
    }

    /** What is attached to a lookup runs where that completes; the executor is busy until it is attached. */
    private <T, R> CompletableFuture<R> beforeTheAnswer(
            Supplier<CompletableFuture<T>> lookup, Function<CompletableFuture<T>, CompletableFuture<R>> attach) {
        CountDownLatch attached = new CountDownLatch(1);
        callers.execute(() -> {
            try {
                attached.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return attach.apply(lookup.get());
        } finally {
            attached.countDown();
        }
    }

    @Test
    void actionsOnTheExecutorMayWaitForOtherLookups() {
        OmdbClient client = omdb.client(builder -> builder.executor(callers).maxConcurrency(1));

        assertThat(client.async()
                        .byTitle("Inception")
                        .thenApply(answer -> client.byTitle("Dune"))
                        .join()
                        .value())
                .isPresent();
    }

    @Test
    void executorThatRefusesLosesNothing() {
        OmdbClient client = omdb.client(builder -> builder.executor(task -> {
            throw new RejectedExecutionException("full");
        }));

        assertThat(ended(client.async().byTitle("Inception")).join().value()).isPresent();
    }

    @Test
    void executorThatCannotStartAThreadLosesNothing() {
        omdb.simulator().failNext(Fault.page(403));
        OmdbClient client = omdb.client(builder -> builder.executor(task -> {
            throw new OutOfMemoryError("unable to create native thread");
        }));

        assertThatThrownBy(ended(client.async().byTitle("Inception"))::join).hasCauseInstanceOf(OmdbException.class);
    }

    @Test
    void cancellingAHandedResultCancelsItsCall() {
        omdb.simulator().failNext(Fault.hang());
        CompletableFuture<OmdbAnswer<OmdbTitle>> lookup =
                omdb.client(builder -> builder.executor(callers)).async().byTitle("Inception");
        Until.holds(() -> omdb.simulator().underWay() == 1);

        lookup.cancel(true);

        Until.holds(() -> omdb.simulator().underWay() == 0);
        assertThat(omdb.simulator().requests()).hasSize(1);
    }

    @Test
    void deadlineOfTheCallersOwnCancelsTheLookupToo() {
        omdb.simulator().failNext(Fault.hang());
        CompletableFuture<OmdbAnswer<OmdbTitle>> lookup =
                omdb.client(builder -> builder.executor(callers)).async().byTitle("Inception");
        Until.holds(() -> omdb.simulator().underWay() == 1);

        lookup.orTimeout(1, TimeUnit.MILLISECONDS);

        assertThatThrownBy(lookup::join).hasCauseInstanceOf(java.util.concurrent.TimeoutException.class);
        Until.holds(() -> omdb.simulator().underWay() == 0);
    }

    private static CompletableFuture<OmdbAnswer<OmdbTitle>> ended(CompletableFuture<OmdbAnswer<OmdbTitle>> lookup) {
        Until.holds(lookup::isDone);
        return lookup;
    }
}

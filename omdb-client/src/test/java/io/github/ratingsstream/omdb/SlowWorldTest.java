package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.internal.http.RawAnswer;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.kit.ClosedPort;
import io.github.ratingsstream.omdb.kit.ManualTransport;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Slow answers, slow name servers and slow callers: deadlines hold, and nobody is blamed for somebody else. */
@Timeout(600)
class SlowWorldTest {

    private static final RawAnswer ALIEN = new RawAnswer(200, "{\"Title\":\"Alien\",\"Response\":\"True\"}");

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    @Test
    void deadlinesThatRunOutInLineAreNoOutage() {
        ManualTransport transport = new ManualTransport();
        OmdbClient client = client(
                transport,
                builder -> builder.maxConcurrency(1)
                        .timeout(Duration.ofMillis(300))
                        .attemptTimeout(Duration.ofHours(1)));
        List<OmdbException> failures =
                IntStream.range(0, 50).mapToObj(i -> client.async().byTitle("Title " + i)).toList().stream()
                        .map(SlowWorldTest::failure)
                        .toList();

        assertThat(failures).extracting(OmdbException::reason).containsOnly(Reason.TIMEOUT);
        assertThat(failures).filteredOn(failure -> failure.calls() == 0).allMatch(failure -> !failure.wasSent());
        assertThat(transport.sent().size())
                .as("a lookup past its deadline sends nothing")
                .isEqualTo(failures.stream().mapToInt(OmdbException::calls).sum())
                .isLessThan(20);

        transport.answerAtOnce(ALIEN);
        assertThat(eventually(client).value()).isPresent();
    }

    /** The next may itself run out of its short time on a busy machine; none may be refused. */
    private static OmdbAnswer<OmdbTitle> eventually(OmdbClient client) {
        while (true) {
            try {
                return client.byTitle("Alien");
            } catch (OmdbException e) {
                assertThat(e.reason()).isEqualTo(Reason.TIMEOUT);
            }
        }
    }

    @Test
    void nameServerThatDoesNotAnswerHoldsUpNoDeadline() {
        CountDownLatch resolved = new CountDownLatch(1);
        OmdbClient client = client(
                new ManualTransport() {
                    @Override
                    public CompletableFuture<RawAnswer> get(URI uri) {
                        awaitUninterruptibly(resolved);
                        return super.get(uri);
                    }
                },
                builder -> builder.timeout(Duration.ofMillis(300)));

        OmdbException failure = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Alien"));
        CompletableFuture<String> unrelated = new CompletableFuture<>();
        unrelated.orTimeout(1, TimeUnit.MILLISECONDS);

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(unrelated.handle((value, error) -> error).join())
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        assertThat(resolved.getCount()).as("it blocks still").isOne();
        resolved.countDown();
        client.close();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void actionsMayWaitForOtherLookups() {
        OmdbClient client = omdb.client(builder -> builder.maxConcurrency(2).timeout(Duration.ofMinutes(5)));

        List<CompletableFuture<Boolean>> actions = IntStream.range(0, 40)
                .mapToObj(i -> client.async()
                        .byTitle("Dune " + i)
                        .thenApply(
                                answer -> client.byTitle("Alien " + i).value().isPresent()))
                .toList();

        assertThat(actions).allSatisfy(action -> assertThat(action.join()).isFalse());
        assertThat(omdb.simulator().requests()).hasSize(80);
    }

    @Test
    void actionThatBlocksKeepsNobodyWaiting() {
        CountDownLatch stranger = new CountDownLatch(1);
        CompletableFuture<Optional<Fault>> attached = new CompletableFuture<>();
        omdb.simulator().failWhen(request -> attached.join());
        OmdbClient client =
                omdb.client(builder -> builder.timeout(Duration.ofMinutes(5)).attemptTimeout(Duration.ofMinutes(5)));

        CompletableFuture<Void> blocked =
                client.async().byTitle("Dune").thenAccept(answer -> awaitUninterruptibly(stranger));
        attached.complete(Optional.empty());

        IntStream.range(0, 40).forEach(i -> client.byTitle("Title " + i));
        assertThat(client.async().byTitle("Dune").join().value()).isPresent();
        assertThat(blocked).isNotDone();
        stranger.countDown();
        blocked.join();
    }

    @Test
    void waitersOfOneCallDoNotWaitForEachOther() {
        ManualTransport transport = new ManualTransport();
        OmdbClient client = client(transport, builder -> builder.cacheSize(0));
        CompletableFuture<OmdbAnswer<OmdbTitle>> first = client.async().byTitle("Alien");
        CompletableFuture<OmdbAnswer<OmdbTitle>> second = client.async().byTitle("Alien");
        CompletableFuture<Void> action = first.thenAccept(answer -> second.join());
        transport.untilSent();

        transport.sent().remove().complete(ALIEN);

        action.join();
    }

    @Test
    void pausePastTheDeadlineEndsTheLookupWithItsLastFailure() throws IOException {
        try (ClosedPort port = new ClosedPort()) {
            OmdbClient client = omdb.client(builder -> builder.baseUrl(port.url())
                    .backOff(Duration.ofHours(1), Duration.ofHours(1))
                    .timeout(Duration.ofMinutes(10)));

            OmdbException failure = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Dune"));

            assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(failure).hasMessageContaining("the connection to 127.0.0.1 failed");
        }
    }

    @Test
    void deadlineDuringAPauseGivesTheLastFailure() {
        ManualTransport transport = new ManualTransport();
        transport.answerAtOnce(new RawAnswer(503, ""));
        OmdbClient client = client(
                transport,
                builder -> builder.backOff(Duration.ofMillis(300), Duration.ofMillis(300))
                        .timeout(Duration.ofMillis(500))
                        .retries(10));

        OmdbException failure = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Dune"));

        assertThat(failure.reason()).isIn(Reason.UNAVAILABLE, Reason.TIMEOUT);
        assertThat(failure.reason() == Reason.TIMEOUT)
                .as("only if not one attempt was made in time")
                .isEqualTo(failure.calls() == 0);
    }

    @RepeatedTest(20)
    void closingSendsNothingForThoseInLine() {
        ManualTransport transport = new ManualTransport();
        OmdbClient client = client(transport, builder -> builder.maxConcurrency(1));
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> lookups = IntStream.range(0, 200)
                .mapToObj(i -> client.async().byTitle("Title " + i))
                .toList();
        transport.untilSent();

        client.close();

        assertThat(lookups)
                .allSatisfy(lookup -> assertThat(failure(lookup).reason()).isEqualTo(Reason.STOPPING));
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void eachCallerHasAnExceptionOfItsOwn() {
        ManualTransport transport = new ManualTransport();
        OmdbClient client = client(transport, builder -> builder);
        List<CompletableFuture<OmdbException>> callers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> catchThrowableOfType(OmdbException.class, () -> client.byTitle("Alien")), task -> {
                            Thread caller = new Thread(task);
                            caller.setDaemon(true);
                            caller.start();
                        }))
                .toList();
        transport.untilSent();
        client.close();

        List<OmdbException> thrown =
                callers.stream().map(CompletableFuture::join).toList();
        assertThat(thrown).doesNotHaveDuplicates().allSatisfy(failure -> {
            assertThat(failure.getStackTrace())
                    .extracting(StackTraceElement::getClassName)
                    .contains(SlowWorldTest.class.getName());
            assertThat(failure.getCause()).isInstanceOf(OmdbException.class).hasMessage(failure.getMessage());
        });
    }

    private static OmdbClient client(Transport transport, UnaryOperator<OmdbClientBuilder> settings) {
        return new OmdbClient(
                settings.apply(OmdbClient.builder().apiKey("any").retries(0)).config(), transport);
    }

    private static OmdbException failure(CompletableFuture<?> lookup) {
        return (OmdbException) lookup.handle((answer, error) -> error).join();
    }
}

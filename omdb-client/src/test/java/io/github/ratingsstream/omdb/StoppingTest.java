package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lookup that waits is ended from outside, at once; a closed client answers every call as the Javadoc says. */
@Timeout(600)
class StoppingTest {

    /** Far less than any timeout of the client's; far more than a busy machine takes. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    /** The HTTP library now and then loses a cancel; the socket's timeout, which is this one, then ends the exchange. */
    private static final Duration ATTEMPT = Duration.ofMinutes(2);

    private static final Duration PATIENT = Duration.ofMinutes(20);

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private OmdbClient client;

    @BeforeEach
    void build() {
        client = omdb.client(builder -> builder.timeout(PATIENT).attemptTimeout(ATTEMPT));
    }

    @Test
    void interruptDuringTheWaitEndsItAndItsCall() {
        OmdbException error = endedBy(Thread::interrupt);

        assertThat(error.reason()).isEqualTo(Reason.STOPPING);
        assertThat(error).hasMessage("interrupted while waiting for OMDb");
        assertThat(error.calls()).isEqualTo(1);
        Until.holds(() -> omdb.simulator().underWay() == 0);
    }

    @Test
    void closeFromAnotherThreadEndsTheWaitAndItsCall() {
        OmdbException error = endedBy(waiting -> client.close());

        assertThat(error.reason()).isEqualTo(Reason.STOPPING);
        assertThat(error).hasMessage("the client is closed");
        Until.holds(() -> omdb.simulator().underWay() == 0);
    }

    @Test
    void closeLeavesNoConnectionBehind() {
        omdb.simulator().failWhen(request -> Optional.of(Fault.hang()));
        for (int i = 1; i <= 100; i++) {
            OmdbClient closed = omdb.client();
            CompletableFuture<OmdbAnswer<OmdbTitle>> lookup = closed.async().byTitle("Inception");
            int asked = i;
            Until.holds(() -> omdb.simulator().requests().size() == asked);
            closed.close();
            assertThat(lookup).isCompletedExceptionally();
        }

        Until.holds(() -> omdb.simulator().underWay() == 0);
    }

    @Test
    void closeFromAnActionOfItsOwnDoesNotWaitForItself() {
        long start = System.nanoTime();

        client.async().byTitle("Inception").thenRun(client::close).join();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    }

    static Stream<Function<OmdbClient, OmdbAnswer<OmdbTitle>>> waitingLookups() {
        return Stream.of(
                client -> client.byTitle("Inception"),
                client -> client.byTitle("Inception", 2010),
                client -> client.byId("tt1375666"),
                client -> client.lookUp(TitleRequest.byTitle("Inception")));
    }

    @ParameterizedTest
    @MethodSource("waitingLookups")
    void waitingLookupAfterCloseFailsAtOnce(Function<OmdbClient, OmdbAnswer<OmdbTitle>> lookup) {
        client.close();

        OmdbException error = catchThrowableOfType(OmdbException.class, () -> lookup.apply(client));

        assertThat(error.reason()).isEqualTo(Reason.STOPPING);
        assertThat(error.calls()).isZero();
        assertThat(omdb.simulator().requests()).isEmpty();
    }

    static Stream<Function<AsyncOmdbClient, CompletableFuture<OmdbAnswer<OmdbTitle>>>> futureLookups() {
        return Stream.of(
                client -> client.byTitle("Inception"),
                client -> client.byTitle("Inception", 2010),
                client -> client.byId("tt1375666"),
                client -> client.lookUp(TitleRequest.byTitle("Inception")));
    }

    @ParameterizedTest
    @MethodSource("futureLookups")
    void futureLookupAfterCloseIsDoneWhenReturned(
            Function<AsyncOmdbClient, CompletableFuture<OmdbAnswer<OmdbTitle>>> lookup) {
        client.close();

        CompletableFuture<OmdbAnswer<OmdbTitle>> ended = lookup.apply(client.async());

        assertThat(ended).isCompletedExceptionally();
        assertThatThrownBy(ended::join)
                .extracting(Throwable::getCause)
                .isInstanceOfSatisfying(
                        OmdbException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STOPPING));
        assertThat(omdb.simulator().requests()).isEmpty();
    }

    @Test
    void badRequestAfterCloseIsStillTheCallersMistake() {
        client.close();

        assertThatThrownBy(() -> client.byTitle(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closedClientCanBeClosedAndPrinted() {
        client.close();
        client.close();

        assertThat(client.toString()).startsWith("OmdbClient[");
    }

    /** What a waiting lookup fails with once something is done to its thread or its client. */
    private OmdbException endedBy(Consumer<Thread> act) {
        omdb.simulator().failNext(Fault.hang());
        AtomicReference<OmdbException> error = new AtomicReference<>();
        Thread waiting = new Thread(
                () -> error.set(catchThrowableOfType(OmdbException.class, () -> client.byTitle("Inception"))));
        waiting.start();
        Until.holds(() -> omdb.simulator().underWay() == 1 && waiting.getState() == Thread.State.WAITING);
        long start = System.nanoTime();
        act.accept(waiting);
        Until.holds(() -> !waiting.isAlive());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
        return error.get();
    }
}

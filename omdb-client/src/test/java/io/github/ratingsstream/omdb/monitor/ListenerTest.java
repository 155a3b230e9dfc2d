package io.github.ratingsstream.omdb.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.Until;
import io.github.ratingsstream.omdb.kit.Warnings;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One event an attempt, one a lookup. */
@Timeout(600)
class ListenerTest {

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final Queue<AttemptEvent> attempts = new ConcurrentLinkedQueue<>();
    private final Queue<LookupEvent> lookups = new ConcurrentLinkedQueue<>();

    private final OmdbListener listener = new OmdbListener() {
        @Override
        public void attempted(AttemptEvent event) {
            attempts.add(event);
        }

        @Override
        public void lookedUp(LookupEvent event) {
            lookups.add(event);
        }
    };

    @Test
    void everyAttemptAndLookupIsTold() {
        OmdbClient client = client();
        omdb.simulator().failNext(Fault.page(503), Fault.reset());
        client.byTitle("Dune", 2021);
        client.byTitle("dune", 2021);
        client.byTitle("Nope");
        client.close();

        assertThat(attempts)
                .extracting(
                        AttemptEvent::request,
                        AttemptEvent::attempt,
                        event -> event.failure().orElse(null))
                .containsExactly(
                        tuple("Dune (2021)", 1, Reason.UNAVAILABLE),
                        tuple("Dune (2021)", 2, Reason.UNAVAILABLE),
                        tuple("Dune (2021)", 3, null),
                        tuple("Nope", 1, null));
        assertThat(lookups)
                .extracting(
                        LookupEvent::request,
                        LookupEvent::calls,
                        LookupEvent::found,
                        event -> event.source().orElseThrow())
                .containsExactly(
                        tuple("Dune (2021)", 3, true, Source.API),
                        tuple("dune (2021)", 0, true, Source.CACHE),
                        tuple("Nope", 1, false, Source.API));
        assertThat(attempts).allSatisfy(event -> assertThat(event.took()).isPositive());
        assertThat(lookups).allSatisfy(event -> assertThat(event.failure()).isEmpty());
    }

    @Test
    void failuresAreTold() {
        OmdbClient client = client();
        omdb.simulator().failNext(Fault.error(401, "Invalid API key " + SimulatorExtension.KEY + "!"));
        catchThrowableOfType(OmdbException.class, () -> client.byTitle("Dune"));

        assertThat(lookups).singleElement().satisfies(event -> {
            assertThat(event.failure()).hasValue(Reason.REFUSED_KEY);
            assertThat(event.source()).isEmpty();
            assertThat(event.calls()).isEqualTo(1);
        });
        assertThat(attempts.toString() + lookups)
                .doesNotContain(SimulatorExtension.KEY)
                .doesNotContain("http");
    }

    @Test
    void cancelledLookupAndItsAttemptAreStopping() {
        omdb.simulator().failNext(Fault.hang());
        CompletableFuture<OmdbAnswer<OmdbTitle>> lookup = client().async().byTitle("Dune");
        Until.holds(() -> omdb.simulator().underWay() > 0);
        lookup.cancel(true);
        // The thread that sent the attempt may not have come to watch it yet.
        Until.holds(() -> !lookups.isEmpty() && !attempts.isEmpty());

        assertThat(lookups).extracting(event -> event.failure().orElseThrow()).containsExactly(Reason.STOPPING);
        assertThat(attempts).extracting(event -> event.failure().orElseThrow()).containsExactly(Reason.STOPPING);
    }

    @Test
    void interruptedLookupTellsWhatItsExceptionSays() {
        omdb.simulator().failNext(Fault.hang());
        OmdbClient client = client();
        Thread caller = Thread.currentThread();
        CompletableFuture<Void> interrupt = CompletableFuture.runAsync(() -> {
            Until.holds(() -> omdb.simulator().underWay() > 0);
            caller.interrupt();
        });

        OmdbException failure = catchThrowableOfType(OmdbException.class, () -> client.byTitle("Dune"));

        interrupt.join();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.calls()).isEqualTo(1);
        assertThat(lookups).extracting(LookupEvent::calls).containsExactly(failure.calls());
    }

    @Test
    void listenerThatThrowsIsCaughtAndLoggedOnce() {
        OmdbListener broken = new OmdbListener() {
            @Override
            public void attempted(AttemptEvent event) {
                throw new IllegalStateException("with " + SimulatorExtension.KEY);
            }

            @Override
            public void lookedUp(LookupEvent event) {
                throw new IllegalStateException("with " + SimulatorExtension.KEY);
            }
        };

        List<String> warnings = Warnings.during(() -> {
            OmdbClient client = omdb.client(builder -> builder.listener(broken));
            assertThat(client.byTitle("Dune").value()).isPresent();
            assertThat(client.byTitle("Dune").value()).isPresent();
        });

        assertThat(warnings)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("The listener threw a java.lang.IllegalStateException")
                        .doesNotContain(SimulatorExtension.KEY));
    }

    private OmdbClient client() {
        return omdb.client(builder -> builder.listener(listener));
    }
}

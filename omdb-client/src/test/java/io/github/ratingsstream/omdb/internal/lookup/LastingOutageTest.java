package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One failure all the time: a batch ends in time, each title with its reason, at a bounded cost. */
@Tag("slow")
class LastingOutageTest {

    private static final int TITLES = 20;

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Fault.page(503), Reason.UNAVAILABLE, 3),
                Arguments.of(Fault.page(429), Reason.UNAVAILABLE, 3),
                Arguments.of(Fault.page(522), Reason.UNAVAILABLE, 3),
                Arguments.of(Fault.reset(), Reason.UNAVAILABLE, 3),
                Arguments.of(Fault.cutOff(), Reason.UNAVAILABLE, 3),
                Arguments.of(Fault.hang(), Reason.TIMEOUT, 3));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyTitleHasItsReasonAtABoundedCost(Fault fault, Reason reason, int attempts) {
        omdb.simulator().failWhen(request -> Optional.of(fault));
        OmdbClient client =
                omdb.client(builder -> builder.retries(2).attemptTimeout(SimulatorExtension.patience(reason)));

        List<OmdbException> outcomes =
                IntStream.range(0, TITLES).mapToObj(i -> client.async().byTitle("Title " + i)).toList().stream()
                        .map(LastingOutageTest::outcome)
                        .toList();

        assertThat(outcomes).extracting(OmdbException::reason).containsOnly(reason);
        assertThat(outcomes).extracting(OmdbException::calls).containsOnly(attempts);
        List<String> sent = omdb.simulator().queries();
        assertThat(sent).hasSize(TITLES * attempts);
        assertThat(sent)
                .allSatisfy(
                        query -> assertThat(Collections.frequency(sent, query)).isEqualTo(attempts));
    }

    /** Within the deadline of a lookup, for all. */
    private static OmdbException outcome(CompletableFuture<OmdbAnswer<OmdbTitle>> lookup) {
        return (OmdbException) lookup.orTimeout(5, TimeUnit.MINUTES)
                .handle((answer, error) -> error)
                .join();
    }
}

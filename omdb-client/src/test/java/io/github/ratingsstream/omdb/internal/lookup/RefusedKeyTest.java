package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.kit.MovableClock;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A key that OMDb refuses is not shown to it for every title. */
@Timeout(600)
class RefusedKeyTest {

    private static final Fault REFUSAL = Fault.error(401, "Invalid API key!");

    @RegisterExtension
    final SimulatorExtension omdb = new SimulatorExtension();

    private final MovableClock clock = new MovableClock();

    @Test
    void restOfABatchEndsTheSameWayWithoutACall() {
        refuseAll();
        OmdbClient client = omdb.client(builder -> builder.clock(clock).maxConcurrency(4));

        List<OmdbException> failures = failures(client, 500);

        assertThat(failures).extracting(OmdbException::reason).containsOnly(Reason.REFUSED_KEY);
        assertThat(failures)
                .extracting(OmdbException::getMessage)
                .containsOnly("OMDb refuses the API key (Invalid API key!); check it is activated");
        int sent = omdb.simulator().requests().size();
        assertThat(sent).isBetween(1, 4);
        assertThat(failures.stream().mapToInt(OmdbException::calls).sum()).isEqualTo(sent);
        assertThat(client.budget().used()).isEqualTo(sent);
    }

    @Test
    void oneLookupEveryTenSecondsTriesWhetherTheKeyIsActivated() {
        refuseAll();
        OmdbClient client = client();
        failure(client);
        clock.advance(Duration.ofSeconds(10));
        assertThat(failure(client).calls()).isEqualTo(1);
        clock.advance(Duration.ofMillis(9_999));
        omdb.simulator().failWhen(request -> Optional.empty());
        assertThat(failure(client).calls()).isZero();

        clock.advance(Duration.ofMillis(1));

        assertThat(client.byTitle("Inception").calls()).isEqualTo(1);
        assertThat(client.byTitle("Dune").calls()).isEqualTo(1);
    }

    @Test
    void refusalOfOneTitleDoesNotCondemnAKeyThatOmdbHasTaken() {
        OmdbClient client = client();
        client.byTitle("Inception");
        // The edge gives a refusal again for a while, for that URL.
        omdb.simulator().failNext(REFUSAL);
        assertThat(failure(client).reason()).isEqualTo(Reason.REFUSED_KEY);

        assertThat(client.byTitle("Dune").calls()).isEqualTo(1);
    }

    @Test
    void keyThatIsWithdrawnIsRefusedAtTheSecondRefusalInARow() {
        OmdbClient client = client();
        client.byTitle("Inception");
        refuseAll();
        assertThat(failure(client).calls()).isEqualTo(1);
        assertThat(failure(client).calls()).isEqualTo(1);

        assertThat(failure(client).calls()).isZero();
        assertThat(client.byTitle("Inception").source()).isEqualTo(OmdbAnswer.Source.CACHE);
    }

    private void refuseAll() {
        omdb.simulator().failWhen(request -> Optional.of(REFUSAL));
    }

    private OmdbClient client() {
        return omdb.client(builder -> builder.clock(clock));
    }

    private static OmdbException failure(OmdbClient client) {
        return catchThrowableOfType(OmdbException.class, () -> client.byTitle("Absent"));
    }

    private static List<OmdbException> failures(OmdbClient client, int lookups) {
        return IntStream.range(0, lookups).mapToObj(i -> client.async().byTitle("Title " + i)).toList().stream()
                .map(lookup ->
                        (OmdbException) lookup.handle((answer, error) -> error).join())
                .toList();
    }
}

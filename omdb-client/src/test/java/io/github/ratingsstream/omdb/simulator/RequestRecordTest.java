package io.github.ratingsstream.omdb.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.kit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the simulator remembers of what it was asked. */
class RequestRecordTest {

    @Test
    void onlyTheLatestAreKeptAndAllAreCounted() {
        RequestRecord record = new RequestRecord(3);
        for (int i = 0; i < 10; i++) {
            record.add(new SimulatedRequest(Map.of("t", "" + i), Instant.EPOCH));
        }

        assertThat(record.latest()).extracting(SimulatedRequest::query).containsExactly("t=7", "t=8", "t=9");
        assertThat(record.count()).isEqualTo(10);
    }

    @Test
    void howManyAreKeptIsTheBuildersToSay() {
        assertThat(asked(OmdbSimulator.builder().keepRequests(0))).isEqualTo("[] of 2");
        assertThat(asked(OmdbSimulator.builder().keepRequests(1))).isEqualTo("[t=Alien] of 2");
        assertThat(asked(OmdbSimulator.builder())).isEqualTo("[t=Dune, t=Alien] of 2");
        assertThatThrownBy(() -> OmdbSimulator.builder().keepRequests(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("keepRequests must be 0 or more: -1");
    }

    @Test
    void timeIsThatOfTheClockGiven() {
        MovableClock clock = new MovableClock();
        clock.set("2026-11-24T23:59:59Z");
        try (OmdbSimulator simulator = OmdbSimulator.builder().clock(clock).start();
                OmdbClient omdb = client(simulator)) {
            omdb.byTitle("Dune");
            clock.advance(Duration.ofSeconds(2));
            omdb.byTitle("Alien");

            assertThat(simulator.requests())
                    .extracting(request -> request.at().toString())
                    .containsExactly("2026-11-24T23:59:59Z", "2026-11-25T00:00:01Z");
        }
    }

    private static String asked(OmdbSimulatorBuilder builder) {
        try (OmdbSimulator simulator = builder.start();
                OmdbClient omdb = client(simulator)) {
            omdb.byTitle("Dune");
            omdb.byTitle("Alien");
            return simulator.queries() + " of " + simulator.requestCount();
        }
    }

    private static OmdbClient client(OmdbSimulator simulator) {
        return OmdbClient.builder().apiKey("any").baseUrl(simulator.url()).build();
    }
}

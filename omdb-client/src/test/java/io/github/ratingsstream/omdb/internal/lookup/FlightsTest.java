package io.github.ratingsstream.omdb.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.Configs;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private final OmdbConfig config = Configs.of(OmdbClient.builder().apiKey("any"));
    private final TitleRequest alien = TitleRequest.byTitle("Alien");
    private final Flights flights = new Flights();

    @Test
    void flightThatCannotBeginFailsAndMakesRoomForTheNext() {
        Waiter<OmdbTitle> first = join(lookup -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(first.result()::join).hasMessageEndingWith("an unexpected IllegalStateException");
        assertThat(join(lookup -> lookup.end(OmdbAnswer.missed("Movie not found!")))
                        .result())
                .isCompleted();
    }

    @Test
    void laterCallerJoinsAndIsNotBegunAgain() {
        Waiter<OmdbTitle> first = join(lookup -> {});
        Waiter<OmdbTitle> second = join(lookup -> {
            throw new IllegalStateException("it has begun already");
        });

        first.flight().lookup().end(OmdbAnswer.missed("Movie not found!"));

        assertThat(first.result()).isCompleted();
        assertThat(second.result()).isCompleted();
    }

    private Waiter<OmdbTitle> join(Consumer<Lookup<OmdbTitle>> begin) {
        return flights.join(alien.key(), () -> new Lookup<>(config, alien), begin);
    }
}

package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.internal.settings.BackOff;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OmdbClientBuilderTest {

    private final OmdbClientBuilder builder = OmdbClient.builder().apiKey(SimulatorExtension.KEY);

    @Test
    void pausesMayAllBeOfOneLength() {
        OmdbConfig config =
                builder.backOff(Duration.ofMillis(20), Duration.ofMillis(20)).config();

        assertThat(config.backOff()).isEqualTo(new BackOff(Duration.ofMillis(20), Duration.ofMillis(20)));
    }

    @Test
    void longestPauseIsNotShorterThanTheFirst() {
        assertThatThrownBy(() -> builder.backOff(Duration.ofMillis(20), Duration.ofMillis(19)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("backOff: the longest pause must be at least as long as the first");
    }
}

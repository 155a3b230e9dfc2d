package io.github.ratingsstream.omdb.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, true",
        "PT-59M-59.999S, true",
        "PT-60M, false",
        "PT5M, true",
        "PT5M0.001S, false",
        "PT87600H, false"
    })
    void answerIsFreshForItsTimeAndIfItsClockWasMinutesAhead(Duration stamped, boolean fresh) {
        OmdbAnswer<String> miss = OmdbAnswer.<String>missed("Movie not found!").received("", NOON.plus(stamped));

        assertThat(new CacheRules(Duration.ofHours(24), Duration.ofHours(1), 10).isFresh(miss, NOON.toEpochMilli()))
                .isEqualTo(fresh);
    }
}

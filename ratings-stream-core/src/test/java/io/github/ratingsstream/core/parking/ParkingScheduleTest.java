package io.github.ratingsstream.core.parking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.core.kit.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When parked titles are asked for again. */
class ParkingScheduleTest {

    private static final int ALL = 160;

    private final MovableClock clock = new MovableClock();
    private final ParkingSchedule schedule = new ParkingSchedule(clock);

    @Test
    void oneIsAskedForAtTheStartAndTheRestOnceItIsAnswered() {
        assertThat(schedule.due(ALL)).isEqualTo(1);

        schedule.after(true, false, false);

        assertThat(schedule.due(ALL)).isEqualTo(ALL);
        schedule.after(false, false, false);
        assertThat(schedule.due(ALL)).isEqualTo(ALL);
    }

    @Test
    void oneIsAskedForEveryQuarterOfAnHourWhileTheQuotaIsSpent() {
        schedule.after(false, true, false);
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(schedule.due(ALL)).isZero();

        clock.advance(Duration.ofMillis(1));

        assertThat(schedule.due(ALL)).isEqualTo(1);
    }

    @Test
    void oneIsAskedForEveryTenSecondsWhileOmdbIsDown() {
        schedule.after(false, false, true);
        clock.advance(Duration.ofSeconds(10).minusMillis(1));
        assertThat(schedule.due(ALL)).isZero();

        clock.advance(Duration.ofMillis(1));

        assertThat(schedule.due(ALL)).isEqualTo(1);
    }

    @Test
    void quotaThatEndsAmongAnswersClosesAndIsLookedAtSoon() {
        schedule.after(true, false, false);
        schedule.after(true, true, false);
        assertThat(schedule.due(ALL)).isZero();

        clock.advance(Duration.ofSeconds(10));

        assertThat(schedule.due(ALL)).isEqualTo(1);
    }

    @Test
    void titleWithoutAnAnswerAmongAnswersClosesNothing() {
        schedule.after(true, false, true);

        assertThat(schedule.due(ALL)).isEqualTo(ALL);
    }

    @Test
    void oneIsAskedForWhenTheUtcDayTurns() {
        clock.advance(Duration.ofHours(12).minusMinutes(5));
        schedule.after(false, true, false);
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(schedule.due(ALL)).isZero();

        clock.advance(Duration.ofMillis(1));

        assertThat(schedule.due(ALL)).isEqualTo(1);
        schedule.after(false, true, false);
        assertThat(schedule.due(ALL)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P-1D", "PT-3H"})
    void clockThatJumpsLeavesNobodyWaiting(String jump) {
        schedule.after(false, true, false);
        assertThat(schedule.due(ALL)).isZero();

        clock.advance(Duration.parse(jump));

        assertThat(schedule.due(ALL)).isEqualTo(1);
    }
}

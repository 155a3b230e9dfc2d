package io.github.ratingsstream.omdb.internal.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermitsTest {

    private final List<Integer> started = new ArrayList<>();
    private final Set<Integer> unwanted = new HashSet<>();
    private final Permits<Integer> permits = new Permits<>(2, started::add, unwanted::contains);

    @Test
    void thirdWaitsForAFreePermit() {
        take(1, 2, 3);
        assertThat(started).containsExactly(1, 2);

        permits.release();

        assertThat(started).containsExactly(1, 2, 3);
    }

    @Test
    void nextIsTheFirstInOrderWheneverItCame() {
        take(1, 2, 5, 3, 4);

        IntStream.range(0, 3).forEach(i -> permits.release());

        assertThat(started).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whatNobodyWantsLeavesTheLineWithoutAPermit() {
        take(1, 2, 3, 4);
        unwanted.add(3);

        permits.release();

        assertThat(started).containsExactly(1, 2, 4);
    }

    @Test
    void permitsThatNobodyWaitsForAreFreeAgain() {
        take(1, 2, 3);
        unwanted.add(3);
        permits.release();
        permits.release();

        take(4, 5, 6);

        assertThat(started).containsExactly(1, 2, 4, 5);
    }

    private void take(int... work) {
        IntStream.of(work).forEach(permits::take);
    }
}

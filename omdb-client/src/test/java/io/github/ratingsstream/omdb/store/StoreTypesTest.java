package io.github.ratingsstream.omdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StoreTypesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void answerIsEitherFoundOrMissed() {
        StoredAnswer found = StoredAnswer.found("{}", NOON);
        StoredAnswer missed = StoredAnswer.missed("{}", NOON);

        assertThat(found.json()).contains("{}");
        assertThat(found.miss()).isEmpty();
        assertThat(missed.json()).isEmpty();
        assertThat(missed.miss()).contains("{}");
        assertThat(found.receivedAt()).isEqualTo(NOON);
        assertThat(found).isNotEqualTo(missed).isEqualTo(StoredAnswer.found("{}", NOON));
        assertThat(found).hasSameHashCodeAs(StoredAnswer.found("{}", NOON));
        assertThat(found).isNotEqualTo(StoredAnswer.found("{}", NOON.plusNanos(1)));
    }

    @Test
    void textFormsAreShort() {
        assertThat(StoredAnswer.found("x".repeat(5_000), NOON))
                .hasToString("found: 5000 characters, 2026-11-24T12:00:00Z");
        assertThat(StoredAnswer.missed("Movie not found!", NOON))
                .hasToString("missed: Movie not found!, 2026-11-24T12:00:00Z");
        assertThat(DayUse.of(7)).hasToString("7 calls");
        assertThat(DayUse.of(7).withSpentSince(NOON)).hasToString("7 calls, spent since 2026-11-24T12:00:00Z");
    }

    @Test
    void useOfADayIsItsCountAndItsMark() {
        assertThat(DayUse.of(7)).isEqualTo(DayUse.of(7)).hasSameHashCodeAs(DayUse.of(7));
        assertThat(DayUse.of(7)).isNotEqualTo(DayUse.of(8));
        assertThat(DayUse.of(7)).isNotEqualTo(DayUse.of(7).withSpentSince(NOON));
    }

    @Test
    void bothSurviveSerialisation() throws Exception {
        assertThat(copied(StoredAnswer.missed("Movie not found!", NOON)))
                .isEqualTo(StoredAnswer.missed("Movie not found!", NOON));
        assertThat(copied(DayUse.of(7).withSpentSince(NOON)))
                .isEqualTo(DayUse.of(7).withSpentSince(NOON));
    }

    @Test
    void memoryFindsNothingThatItWasGiven() {
        OmdbStore store = OmdbStore.inMemory();
        store.keep("t=dune", StoredAnswer.found("{}", NOON));

        assertThat(store.find("t=dune")).isEmpty();
    }

    @Test
    void memoryDropsDaysLongGoneAndKeepsThoseOfAClockThatLeapt() {
        OmdbStore store = OmdbStore.inMemory();
        LocalDate today = LocalDate.of(2026, 11, 24);
        store.takeCall(today, 10);
        store.takeCall(today.plusYears(1), 10);
        assertThat(store.day(today).calls()).isEqualTo(1);

        for (int day = 1; day <= 7; day++) {
            store.takeCall(today.plusDays(day), 10);
        }

        assertThat(store.day(today).calls()).isZero();
        assertThat(store.day(today.plusDays(7)).calls()).isEqualTo(1);
    }

    @Test
    void leasesNobodyGaveBackAreDropped() {
        long[] nanos = {0};
        MemoryLeases leases = new MemoryLeases(() -> nanos[0]);
        for (int i = 0; i < 1_000; i++) {
            leases.take("t=" + i, "a", Duration.ofSeconds(1));
        }
        leases.take("t=0", "a", Duration.ofSeconds(30));
        nanos[0] = Duration.ofSeconds(1).toNanos();

        assertThat(leases.take("t=dune", "b", Duration.ofSeconds(1))).isTrue();
        assertThat(leases.take("t=0", "b", Duration.ofSeconds(1))).isFalse();

        assertThat(leases.size()).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private static <T> T copied(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}

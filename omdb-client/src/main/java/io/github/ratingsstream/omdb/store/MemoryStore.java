package io.github.ratingsstream.omdb.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of one JVM. */
final class MemoryStore implements OmdbStore {

    /** More than today and yesterday: after a clock leaps ahead and comes back, the day's count is still there. */
    private static final int DAYS_KEPT = 7;

    /** Without the one used least lately: the day asked for is always there, wherever the clock has been. */
    private final Map<LocalDate, Day> days = new LinkedHashMap<>(2 * DAYS_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Day> eldest) {
            return size() > DAYS_KEPT;
        }
    };

    private final MemoryLeases leases = new MemoryLeases(System::nanoTime);

    @Override
    public boolean mayBlock() {
        return false;
    }

    @Override
    public boolean keepsAnswers() {
        return false;
    }

    @Override
    public Optional<StoredAnswer> find(String key) {
        return Optional.empty();
    }

    @Override
    public void keep(String key, StoredAnswer answer) {
        // The cache above keeps it already; a second copy would double the memory.
    }

    @Override
    public void delete(String key) {
        // There is none.
    }

    @Override
    public synchronized boolean takeCall(LocalDate utcDay, long limit) {
        Day day = known(utcDay);
        if (day.calls >= limit) {
            return false;
        }
        day.calls++;
        return true;
    }

    @Override
    public synchronized DayUse day(LocalDate utcDay) {
        Day day = days.getOrDefault(utcDay, new Day());
        DayUse use = DayUse.of(day.calls);
        return day.spentSince == null ? use : use.withSpentSince(day.spentSince);
    }

    @Override
    public synchronized void markSpent(LocalDate utcDay, Instant now) {
        Day day = known(utcDay);
        if (day.spentSince == null) {
            day.spentSince = now;
        }
        Instant since = day.pauseSince;
        day.pauseSince = since == null || since.isBefore(now) || isAhead(since, now) ? now : since;
    }

    @Override
    public synchronized void clearSpent(LocalDate utcDay) {
        Day day = known(utcDay);
        day.spentSince = null;
        day.pauseSince = null;
    }

    @Override
    public synchronized boolean takeProbe(LocalDate utcDay, Instant now, Duration pause) {
        Day day = known(utcDay);
        Instant since = day.pauseSince;
        if (since == null || since.isAfter(now.minus(pause)) && !isAhead(since, now)) {
            return false;
        }
        day.pauseSince = now;
        return true;
    }

    @Override
    public boolean lease(String key, String owner, Duration time) {
        return leases.take(key, owner, time);
    }

    @Override
    public void release(String key, String owner) {
        leases.release(key, owner);
    }

    @Override
    public void close() {
        // It holds nothing but memory.
    }

    private Day known(LocalDate utcDay) {
        return days.computeIfAbsent(utcDay, unheardOf -> new Day());
    }

    private static boolean isAhead(Instant since, Instant now) {
        return since.isAfter(now.plus(CLOCK_TOLERANCE));
    }

    private static final class Day {
        private long calls;
        private @Nullable Instant spentSince;
        private @Nullable Instant pauseSince;
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.internal.storage.StoreCalls;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Counts the day's calls before they go out, and stops them once the caller's limit, or OMDb's own, is reached. */
final class Budget {

    static final Duration PROBE_PAUSE = Duration.ofMinutes(15);

    /** A call that is counted, and may go out. A probe goes out to see whether OMDb answers again. */
    record Call(LocalDate day, boolean probe) {}

    private enum Permission {
        CALL,
        PROBE,
        OWN_LIMIT,
        SPENT
    }

    private record Reading(LocalDate day, DayUse use) {
        static Reading nothing(LocalDate day) {
            return new Reading(day, DayUse.of(0));
        }
    }

    private final long limit;
    private final Clock clock;
    private final StoreCalls store;
    /** Counts while the store is down, if the caller has set no limit. */
    private final OmdbStore standIn = OmdbStore.inMemory();

    /** Whether this client has made a call yet. Until then, it knows only from the store that the quota is spent. */
    private final AtomicBoolean called = new AtomicBoolean();

    private volatile Reading lastReading = Reading.nothing(LocalDate.EPOCH);

    Budget(long limit, Clock clock, StoreCalls store) {
        this.limit = limit;
        this.clock = clock;
        this.store = store;
    }

    /**
     * Counts a call.
     *
     * @throws OmdbException if none may be made
     */
    Call take() {
        LocalDate today = today();
        Permission permission;
        try {
            permission = store.call(from -> permission(from, today));
        } catch (StoreException down) {
            permission = permissionWithoutStore(today);
        }
        return new Call(today, isProbe(permission, today));
    }

    /** A call that the store has counted already. */
    Call taken(LocalDate day) {
        called.set(true);
        return new Call(day, false);
    }

    private Permission permission(OmdbStore from, LocalDate today) {
        DayUse use = from.day(today);
        if (use.calls() >= limit) {
            return Permission.OWN_LIMIT;
        }
        boolean spent = use.spentSince().isPresent();
        if (spent && !from.takeProbe(today, clock.instant(), pause())) {
            return Permission.SPENT;
        }
        if (!from.takeCall(today, limit)) {
            return Permission.OWN_LIMIT;
        }
        called.set(true);
        return spent ? Permission.PROBE : Permission.CALL;
    }

    /**
     * The first call of a client may probe at once: the program may have been restarted because there is quota again.
     */
    private Duration pause() {
        return called.compareAndSet(false, true) ? Duration.ZERO : PROBE_PAUSE;
    }

    private Permission permissionWithoutStore(LocalDate today) {
        if (limit != OmdbConfig.NO_LIMIT) {
            throw new OmdbException(
                            Reason.STORE_DOWN,
                            true,
                            "the store that counts the day's calls can't be used, so no call is made")
                    .withRetryAfter(store.untilTried())
                    .unsent();
        }
        return permission(standIn, today);
    }

    private boolean isProbe(Permission permission, LocalDate day) {
        return switch (permission) {
            case CALL -> false;
            case PROBE -> true;
            case OWN_LIMIT ->
                throw refusal(
                        "the daily limit of " + limit + " calls is reached; calls are made again from 00:00 UTC",
                        untilMidnight(day));
            case SPENT ->
                throw refusal(
                        "OMDb said today that its daily limit is reached; one call is tried every "
                                + PROBE_PAUSE.toMinutes() + " minutes",
                        untilProbe(day));
        };
    }

    private static OmdbException refusal(String message, Duration wait) {
        return new OmdbException(Reason.DAILY_LIMIT, true, message)
                .withRetryAfter(wait)
                .unsent();
    }

    /** OMDb's own refusal of a call, with the time at which asking again may help. */
    OmdbException dated(OmdbException refusal, Call call) {
        return refusal.withRetryAfter(untilProbe(call.day()));
    }

    /** The longest it can take: the store tells nobody when the last probe went out. */
    private Duration untilProbe(LocalDate day) {
        Duration midnight = untilMidnight(day);
        return midnight.compareTo(PROBE_PAUSE) < 0 ? midnight : PROBE_PAUSE;
    }

    private Duration untilMidnight(LocalDate day) {
        Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration left = Duration.between(clock.instant(), midnight);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Records that OMDb says its quota is spent, for the day that the call was counted on. */
    void mark(Call call) {
        both(on -> on.markSpent(call.day(), clock.instant()));
    }

    /** Records that OMDb answers again. */
    void lift(Call call) {
        both(on -> on.clearSpent(call.day()));
    }

    private void both(Consumer<OmdbStore> change) {
        change.accept(standIn);
        try {
            store.call(on -> {
                change.accept(on);
                return true;
            });
        } catch (StoreException down) {
            // The stand-in knows it, and the next refusal says it again.
        }
    }

    /**
     * Reads the store, or gives what was read last if it is slow; a result that comes too late is for the next reader.
     */
    OmdbBudget read() {
        LocalDate today = today();
        DayUse use = store.await(from -> readFrom(from, today))
                .orElseGet(() -> lastReading.day().equals(today) ? lastReading : Reading.nothing(today))
                .use();
        return new OmdbBudget(
                use.calls(),
                limit == OmdbConfig.NO_LIMIT ? OptionalLong.empty() : OptionalLong.of(Math.max(0, limit - use.calls())),
                use.spentSince());
    }

    private Reading readFrom(OmdbStore from, LocalDate today) {
        Reading reading = new Reading(today, from.day(today));
        lastReading = reading;
        return reading;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    long limit() {
        return limit;
    }
}

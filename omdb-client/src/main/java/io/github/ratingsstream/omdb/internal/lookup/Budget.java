package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.internal.async.Steps;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Counts the day's calls before they go out, and stops them once the caller's limit, or OMDb's own, is reached. */
final class Budget {

    static final Duration PROBE_PAUSE = Duration.ofMinutes(15);

    /** Whether an attempt may call, and if not, why. */
    enum Permission {
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
     * Counts a call, or fails if none may be made. True if the call is a probe, to find out whether OMDb answers again.
     */
    CompletableFuture<Boolean> take() {
        return Steps.then(
                store.call(this::permission).exceptionally(down -> permissionWithoutStore()),
                permission -> CompletableFuture.completedFuture(isProbe(permission)));
    }

    private Permission permission(OmdbStore from) {
        LocalDate today = today();
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

    private Permission permissionWithoutStore() {
        if (limit != OmdbConfig.NO_LIMIT) {
            throw new OmdbException(
                            Reason.STORE_DOWN,
                            true,
                            "the store that counts the day's calls can't be used: none is made")
                    .unsent();
        }
        return permission(standIn);
    }

    private boolean isProbe(Permission permission) {
        return switch (permission) {
            case CALL -> false;
            case PROBE -> true;
            case OWN_LIMIT -> throw refusal("the daily limit of " + limit + " calls is reached, until 00:00 UTC");
            case SPENT ->
                throw refusal("OMDb said today that its daily limit is reached; it is asked again every "
                        + PROBE_PAUSE.toMinutes() + " minutes");
        };
    }

    private static OmdbException refusal(String message) {
        return new OmdbException(Reason.DAILY_LIMIT, false, message).unsent();
    }

    /** Records that OMDb says its quota is spent. The future never fails. */
    CompletableFuture<Boolean> mark() {
        return both(on -> {
            on.markSpent(today(), clock.instant());
            return true;
        });
    }

    /** Records that OMDb answers again. The future never fails. */
    CompletableFuture<Boolean> lift() {
        return both(on -> {
            on.clearSpent(today());
            return true;
        });
    }

    private CompletableFuture<Boolean> both(Function<OmdbStore, Boolean> change) {
        change.apply(standIn);
        return store.call(change).exceptionally(down -> false);
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

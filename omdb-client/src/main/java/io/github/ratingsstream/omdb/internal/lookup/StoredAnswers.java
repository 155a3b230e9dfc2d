package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.internal.cache.AnswerCache;
import io.github.ratingsstream.omdb.internal.judge.AnswerJudge;
import io.github.ratingsstream.omdb.internal.lookup.Lookup.Range;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.internal.storage.StoreCalls;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.store.Claim;
import io.github.ratingsstream.omdb.store.Claimed;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares answers through the store, with other processes and with this one after a restart: only one of them asks OMDb.
 */
final class StoredAnswers {

    private static final Logger log = LoggerFactory.getLogger(StoredAnswers.class);

    private static final Duration LONGEST_LEASE = Duration.ofSeconds(10);
    /** The holder of a lease may have died, so it ends well before the deadline of those who wait for it. */
    private static final int LEASES_IN_A_TIMEOUT = 3;

    private final OmdbConfig config;
    private final StoreCalls store;
    private final AnswerCache cache;
    private final Budget budget;
    private final AnswerJudge judge;
    private final ScheduledExecutorService timer;
    private final Duration lease;
    private final String client = UUID.randomUUID().toString();
    private final AtomicLong leases = new AtomicLong();

    StoredAnswers(
            OmdbConfig config,
            StoreCalls store,
            AnswerCache cache,
            AnswerJudge judge,
            Budget budget,
            ScheduledExecutorService timer) {
        this.config = config;
        this.store = store;
        this.cache = cache;
        this.budget = budget;
        this.timer = timer;
        this.judge = judge;
        Duration part = config.timeout().dividedBy(LEASES_IN_A_TIMEOUT);
        this.lease = part.compareTo(LONGEST_LEASE) < 0 ? part : LONGEST_LEASE;
    }

    boolean areKept() {
        return store.keepsAnswers();
    }

    /**
     * Looks whether the store has a fresh answer; the lookup remembers an expired one. An answer in the store needs no
     * permit. The future never fails.
     */
    <T> CompletableFuture<Optional<OmdbAnswer<T>>> find(Lookup<T> lookup) {
        String key = lookup.request().key().text();
        return store.look(lookup::hasEnded, from -> from.find(key))
                .thenApply(found -> fresh(lookup, found))
                .exceptionally(down -> Optional.empty());
    }

    private <T> Optional<OmdbAnswer<T>> fresh(Lookup<T> lookup, Optional<StoredAnswer> found) {
        Optional<OmdbAnswer<T>> answer = found.flatMap(stored -> read(lookup.request(), stored));
        answer.ifPresent(lookup::knows);
        return lookup.range() == Range.OMDB ? Optional.empty() : answer.filter(cache::isFresh);
    }

    /** What a lookup may do: give the answer of the store, call OMDb with a call that is counted, or wait. */
    record Permission<T>(Optional<OmdbAnswer<T>> answer, Optional<Budget.Call> call) {}

    /**
     * Takes the lease and counts a call, unless the answer has come meanwhile. Goes on without the store if that can't
     * be used.
     *
     * @throws OmdbException if no call may be made
     */
    <T> Permission<T> claim(Lookup<T> lookup) {
        if (!store.keepsAnswers()) {
            return call(budget.take());
        }
        Claim claim = claimOf(lookup);
        try {
            return permission(lookup, claim, claimed(claim));
        } catch (StoreException down) {
            return call(budget.take());
        }
    }

    private <T> Permission<T> permission(Lookup<T> lookup, Claim claim, Claimed claimed) {
        Optional<OmdbAnswer<T>> fresh = fresh(lookup, claimed.answer());
        return switch (claimed.state()) {
            case TAKEN -> {
                lookup.takeLease().ifPresent(Lease::release);
                yield new Permission<>(Optional.empty(), Optional.empty());
            }
            case ANSWERED -> {
                lookup.takeLease().ifPresent(Lease::release);
                yield fresh.isPresent() ? new Permission<>(fresh, Optional.empty()) : call(budget.take());
            }
            case LEASED -> {
                hold(lookup, claim);
                yield lookup.hasEnded() ? new Permission<>(Optional.empty(), Optional.empty()) : call(budget.take());
            }
            case COUNTED -> {
                hold(lookup, claim);
                yield call(budget.taken(claim.utcDay()));
            }
        };
    }

    private static <T> Permission<T> call(Budget.Call call) {
        return new Permission<>(Optional.empty(), Optional.of(call));
    }

    private Claim claimOf(Lookup<?> lookup) {
        Instant now = config.clock().instant();
        // For a refresh, nothing that is there is new enough.
        boolean refresh = lookup.range() == Range.OMDB;
        Instant never = now.plus(OmdbStore.CLOCK_TOLERANCE);
        return new Claim(
                lookup.request().key().text(),
                lookup.lease().map(Lease::owner).orElseGet(() -> client + "-" + leases.incrementAndGet()),
                lease,
                now,
                refresh ? never : now.minus(config.cache().ttl()),
                refresh ? never : now.minus(config.cache().missTtl()),
                budget.today(),
                budget.limit());
    }

    /** If nobody waits for the store any more when it answers, it must not leave a lease behind. */
    private Claimed claimed(Claim claim) {
        AtomicBoolean awaited = new AtomicBoolean(true);
        Function<OmdbStore, Boolean> giveBack = on -> {
            on.release(claim.key(), claim.owner());
            return true;
        };
        try {
            return store.call(on -> {
                Claimed made = on.claim(claim);
                if (!awaited.compareAndSet(true, false)) {
                    giveBack.apply(on);
                }
                return made;
            });
        } catch (RuntimeException down) {
            if (!awaited.compareAndSet(true, false)) {
                store.writeLater(giveBack);
            }
            throw down;
        }
    }

    private void hold(Lookup<?> lookup, Claim claim) {
        if (lookup.lease().isPresent()) {
            return;
        }
        Lease taken = new Lease(store, timer, claim.key(), claim.owner(), lease);
        if (!lookup.hold(taken)) {
            taken.release();
        }
    }

    /** Stores an answer that was paid for, and waits until it is there. Then the title is free for others again. */
    void settle(Lookup<?> lookup, OmdbAnswer<?> answer) {
        if (!store.keepsAnswers()) {
            return;
        }
        Optional<Lease> held = lookup.takeLease();
        StoredAnswer paid = toStore(answer);
        try {
            if (held.isPresent()) {
                held.get().settle(paid);
            } else {
                store.write(to -> {
                    to.keep(lookup.request().key().text(), paid);
                    return true;
                });
            }
        } catch (StoreException down) {
            log.debug("An answer was not stored.");
        }
    }

    private static StoredAnswer toStore(OmdbAnswer<?> answer) {
        return answer.json()
                .map(json -> StoredAnswer.found(json, answer.receivedAt()))
                .orElseGet(() -> StoredAnswer.missed(answer.miss().orElse(""), answer.receivedAt()));
    }

    private <T> Optional<OmdbAnswer<T>> read(OmdbRequest<T> request, StoredAnswer stored) {
        Optional<OmdbAnswer<T>> miss = stored.miss().map(text -> AnswerJudge.rereadMiss(text, stored.receivedAt()));
        return miss.or(() -> stored.json().flatMap(json -> judge.reread(request, json, stored.receivedAt())));
    }
}

package io.github.ratingsstream.omdb.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Keeps answers, the count of calls, and who is asking for what right now.
 *
 * <p>A store belongs to one API key and contains neither the key nor a hash of it; if you change the key, the count
 * continues. Stores over the same database act as one: the count, the probes and the leases are exact across processes.
 *
 * <p>Implementations are thread-safe. Unless {@link #mayBlock} returns false, a client calls every method on separate
 * threads, never on one that serves connections. Every method but {@link #close}, {@link #mayBlock} and {@link
 * #keepsAnswers} may throw {@link StoreException}. Instants are kept to the microsecond.
 *
 * <p>A key is the request in a normal form, without the API key: {@code t=dune&y=2021}. Any text will do, of any
 * length.
 */
public interface OmdbStore extends AutoCloseable {

    /**
     * How far the clocks of machines may differ: 5 minutes. What is stamped further in the future comes from a clock
     * that is wrong, or was: such an answer counts as expired, and such a mark or probe delays no other.
     */
    Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /**
     * A store in memory, for the clients of one JVM that share it: it has the count of calls, the marks and the leases.
     * It keeps no answers, since each client has a cache: {@link #find} never finds any. Nothing outlives the process.
     * It keeps the counts of the last seven days. Closing it does nothing.
     *
     * @return a new store
     */
    static OmdbStore inMemory() {
        return new MemoryStore();
    }

    /**
     * Whether a call may take longer than a lookup in memory does, as any call over a network or to a disk may. A
     * client asks once, when it is built. A store that says no is called on the thread that needs it, which may serve
     * connections, and without a time limit.
     *
     * @return true by default; false promises that no method ever waits for anything slow
     */
    default boolean mayBlock() {
        return true;
    }

    /**
     * Whether {@link #keep} keeps what it is given, for {@link #find} to find. If not, the store is used only for the
     * day's count: no request is looked up there, and none is leased. A client asks once, when it is built.
     *
     * @return true by default
     */
    default boolean keepsAnswers() {
        return true;
    }

    /**
     * The answer kept for a request, however old it is.
     *
     * @param key the request
     * @return nothing if there is none
     */
    Optional<StoredAnswer> find(String key);

    /**
     * Keeps an answer, replacing an older one. An answer received before the one that is there changes nothing, unless
     * the one that is there lies in the future by more than {@link #CLOCK_TOLERANCE}.
     *
     * @param key the request
     * @param answer what OMDb sent
     */
    void keep(String key, StoredAnswer answer);

    /**
     * Deletes the answer kept for a request, so that {@link #find} finds none. It is no error if there is none. A lease is
     * left alone.
     *
     * @param key the request
     * @throws UnsupportedOperationException if this store can't, as by default; {@link
     *     io.github.ratingsstream.omdb.OmdbClient#invalidate} then fails
     */
    default void delete(String key) {
        throw new UnsupportedOperationException("this store can't delete answers");
    }

    /**
     * Counts one call if fewer than {@code limit} were counted that day. All callers together never get more than that.
     * If it throws a {@link StoreException}, the call may still have been counted.
     *
     * @param utcDay today, in UTC
     * @param limit the calls allowed that day; {@code Long.MAX_VALUE} for no limit, 0 or less for none at all
     * @return true if the call was counted and may go out
     */
    boolean takeCall(LocalDate utcDay, long limit);

    /**
     * The calls counted on a day, and its mark if it has one.
     *
     * @param utcDay a day, in UTC
     * @return no calls and no mark for an unknown day
     */
    DayUse day(LocalDate utcDay);

    /**
     * Marks the day, because OMDb said that the quota is spent. The pause before the next probe starts anew; a day
     * already marked keeps the instant of its first mark.
     *
     * @param utcDay the day, in UTC, on which the refused call was counted; it may be over
     * @param now when OMDb said so
     */
    void markSpent(LocalDate utcDay, Instant now);

    /**
     * Removes the mark, because a probe was answered.
     *
     * @param utcDay the day, in UTC, on which the probe was counted; it may be over
     */
    void clearSpent(LocalDate utcDay);

    /**
     * Asks for permission to send one call although the day is marked. Only one of all callers gets it, and the pause
     * starts anew. The call still has to be counted.
     *
     * @param utcDay today, in UTC
     * @param now the time
     * @param pause how long ago the mark or the last probe must be, at least; one further in the future than {@link
     *     #CLOCK_TOLERANCE} does not count
     * @return true for the caller that may probe; false if the day is not marked
     */
    boolean takeProbe(LocalDate utcDay, Instant now, Duration pause);

    /**
     * Takes or renews the lease of a request: its holder asks OMDb, the others wait for the answer. It ends at {@link
     * #release}, or when its time is over.
     *
     * @param key the request
     * @param owner who asks; a text that no other client uses, such as a random UUID, at most 200 characters
     * @param time from now until it ends by itself, at most a day
     * @return true if the owner now has it; false if another does
     */
    boolean lease(String key, String owner, Duration time);

    /**
     * Gives a lease back. Another owner's lease is left alone, and it is no error if the lease has already ended.
     *
     * @param key the request
     * @param owner who has it
     */
    void release(String key, String owner);

    /**
     * Takes what a call to OMDb needs, in one operation: the lease, a look for an answer that came meanwhile, and one
     * call of the day. It does what {@link #lease}, {@link #find}, {@link #day}, {@link #takeCall} and, for an answer
     * that is there, {@link #release} would do one after another, and by default it calls them. A store over a network
     * can save round trips here.
     *
     * @param claim what is wanted
     * @return what came of it
     */
    default Claimed claim(Claim claim) {
        if (!lease(claim.key(), claim.owner(), claim.time())) {
            return new Claimed(Claimed.State.TAKEN, Optional.empty());
        }
        Optional<StoredAnswer> kept = find(claim.key());
        if (kept.filter(claim::isFresh).isPresent()) {
            release(claim.key(), claim.owner());
            return new Claimed(Claimed.State.ANSWERED, kept);
        }
        boolean counted = day(claim.utcDay()).spentSince().isEmpty() && takeCall(claim.utcDay(), claim.limit());
        return new Claimed(counted ? Claimed.State.COUNTED : Claimed.State.LEASED, kept);
    }

    /**
     * Keeps an answer and gives the lease back, in one operation: {@link #keep} and then {@link #release}, which it
     * calls by default. Whoever gets the lease next finds the answer.
     *
     * @param key the request
     * @param owner who has the lease
     * @param answer what OMDb sent
     */
    default void settle(String key, String owner, StoredAnswer answer) {
        keep(key, answer);
        release(key, owner);
    }

    /** Ends the use of the store. Closing twice does nothing. */
    @Override
    void close();
}

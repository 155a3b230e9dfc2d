package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lookup that got no answer. {@link #reason} says why, {@link #retryable} whether asking again may help.
 *
 * <p>The message is one short line; it never holds the API key or the request's URL, and neither does a
 * cause, which is an exception of this class.
 * Immutable apart from what every {@link Throwable} lets others set, and thread-safe.
 */
public final class OmdbException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Why there is no answer. */
    public enum Reason {
        /**
         * OMDb refuses the key, as it is wrong or not yet activated; or the environment variable holds none. Every other lookup ends the same way: for 10 s
         * without a call, then one of them tries again.
         */
        REFUSED_KEY,
        /**
         * The day's calls are used up. Your own limit ends at midnight UTC. OMDb does not say when its limit ends: the
         * client tries again every 15 minutes. {@link #retryAfter} says how long that is.
         */
        DAILY_LIMIT,
        /** OMDb, or the network in front of it, refuses this request. */
        BAD_REQUEST,
        /**
         * No connection, a 5xx status, or a connection cut off; or there were so many of these that no call is made for
         * a while.
         */
        UNAVAILABLE,
        /** No answer in time. */
        TIMEOUT,
        /** An answer that can't be read. */
        MALFORMED,
        /** The store that counts the day's calls can't be used, and there is a limit to keep. */
        STORE_DOWN,
        /** The client is closed or closing. */
        STOPPING,
        /** An error text OMDb is not known to send; the message contains it. */
        UNKNOWN
    }

    private final Reason reason;
    private final boolean retryable;
    private final int calls;
    private final @Nullable Duration retryAfter;
    private final boolean sent;

    /**
     * A failure of a lookup, for tests and custom lookups. It counts as sent; its attempts are 0 until
     * {@link #withCalls} says how many there were.
     *
     * @param reason why there is no answer
     * @param retryable whether the same lookup may succeed later
     * @param message one line, without a secret in it: it is printed and logged
     */
    public OmdbException(Reason reason, boolean retryable, String message) {
        this(reason, retryable, message, 0, null, true);
    }

    private OmdbException(
            Reason reason, boolean retryable, String message, int calls, @Nullable Duration retryAfter, boolean sent) {
        super(Objects.requireNonNull(message, "message"));
        this.sent = sent;
        this.reason = Objects.requireNonNull(reason, "reason");
        this.retryable = retryable;
        this.calls = calls;
        this.retryAfter = retryAfter;
    }

    /**
     * The same failure, after this many attempts.
     *
     * @param count what {@link #calls} gives, 0 or more
     * @return a new exception
     * @throws IllegalArgumentException if negative
     */
    public OmdbException withCalls(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("calls must be 0 or more: " + count);
        }
        return new OmdbException(reason, retryable, getMessage(), count, retryAfter, sent);
    }

    /**
     * The same failure as an exception of the calling thread: its stack shows where that thread asked, and this
     * exception, which has the stack of the thread that found it out, is its cause.
     *
     * @return a new exception
     */
    public OmdbException thrownHere() {
        OmdbException here = withCalls(calls);
        here.initCause(this);
        return here;
    }

    /**
     * The same failure, with the time after which asking again may help.
     *
     * @param wait what {@link #retryAfter} gives, 0 or more
     * @return a new exception
     * @throws IllegalArgumentException if negative
     */
    public OmdbException withRetryAfter(Duration wait) {
        if (wait.isNegative()) {
            throw new IllegalArgumentException("retryAfter must be 0 or more: " + wait);
        }
        return new OmdbException(reason, retryable, getMessage(), calls, wait, sent);
    }

    /**
     * The same failure, decided before a request was sent: because of the caller's limit or a refused key, or after too
     * many failures in a row.
     *
     * @return a new exception
     */
    public OmdbException unsent() {
        return new OmdbException(reason, retryable, getMessage(), calls, retryAfter, false);
    }

    /**
     * Whether the last attempt got as far as sending a request. If not, the client decided to fail by itself; it would
     * decide the same if asked again at once, so it does not retry.
     *
     * @return false after {@link #unsent}
     */
    public boolean wasSent() {
        return sent;
    }

    /**
     * Why there is no answer.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Whether the same lookup may succeed when asked again later. The client has already used its retries; do not ask
     * again before {@link #retryAfter} has passed, if there is one.
     *
     * @return true for what passes by itself: an outage, a timeout, a daily limit
     */
    public boolean retryable() {
        return retryable;
    }

    /**
     * The attempts made, retries included. Each one that reached OMDb counts against the day's quota. When lookups
     * share a call, one of them reports it and the others report none.
     *
     * @return 0 or more
     */
    public int calls() {
        return calls;
    }

    /**
     * How long to wait before asking again may help, where that is known: until the daily limit ends or is tried again,
     * until the client makes calls again after an outage, until it tries a refused key or a failed store again, or what
     * the server asks for (the {@code Retry-After} header).
     *
     * @return a duration from the moment of the failure; empty if nobody knows
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}

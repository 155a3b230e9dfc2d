package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a lookup that got no answer. {@link #reason} says why, {@link #retryable} whether asking again may help,
 * {@link #retryAfter} when.
 *
 * <p>The message is one short line. It never contains the API key or the request's URL; neither does the cause, which
 * is always an exception of this class. Thread-safe, and immutable apart from what every {@link Throwable} lets others
 * set.
 */
public final class OmdbException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Why there is no answer. */
    public enum Reason {
        /**
         * OMDb refuses the key, as it is wrong or not yet activated; or the environment variable holds none. Every
         * other lookup ends the same way: for 10 s without a call, then one of them tries again.
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
         * No connection, status 5xx or 429, or the connection broke; or this happened so often that the client makes no
         * calls for a while.
         */
        UNAVAILABLE,
        /** No answer in time. */
        TIMEOUT,
        /** An answer that can't be read. */
        MALFORMED,
        /** The store can't be used, and it has to count the calls for your daily limit, or to forget an answer. */
        STORE_DOWN,
        /** The lookup was not to call OMDb, and neither memory nor the store has the answer. */
        NOT_CACHED,
        /** The client was closed, or the waiting thread was interrupted. */
        STOPPING,
        /** OMDb sent an unknown error text, or another server answered; the message says what. */
        UNKNOWN
    }

    private final Reason reason;
    private final boolean retryable;
    private final int calls;
    private final @Nullable Duration retryAfter;
    private final boolean sent;

    /**
     * A failure of a lookup, for tests and custom lookups. It counts as sent; its attempts are 0 until {@link
     * #withCalls} says how many there were.
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
     * The same failure with the stack trace of the calling thread. This exception becomes its cause.
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
        if (Objects.requireNonNull(wait, "retryAfter").isNegative()) {
            throw new IllegalArgumentException("retryAfter must be 0 or more: " + wait);
        }
        return new OmdbException(reason, retryable, getMessage(), calls, wait, sent);
    }

    /**
     * The same failure, for a lookup that ended before a request was sent: because of a limit or a refused key, or
     * after too many failures in a row.
     *
     * @return a new exception
     */
    public OmdbException unsent() {
        return new OmdbException(reason, retryable, getMessage(), calls, retryAfter, false);
    }

    /**
     * Whether the last attempt sent a request. If not, the client ended the lookup by itself; asking again at once
     * would end the same way.
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
     * How many calls this lookup made, retries included. Each one that reached OMDb counts against your quota. If
     * lookups share a call, one of them counts it and the others return 0.
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

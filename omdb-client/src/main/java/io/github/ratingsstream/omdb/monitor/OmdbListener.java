package io.github.ratingsstream.omdb.monitor;

/**
 * Is told about every attempt and every lookup. Neither event contains the API key or a URL.
 *
 * <p>It is called on the threads that serve lookups, by several at once: it must be thread-safe and must not block. An
 * exception it throws is caught, and logged the first time. The events are also logged through SLF4J at DEBUG, by the
 * logger {@code io.github.ratingsstream.omdb.OmdbClient}.
 */
public interface OmdbListener {

    /**
     * An attempt ended: a request was sent, and was answered or not.
     *
     * @param event the attempt
     */
    default void attempted(AttemptEvent event) {}

    /**
     * A lookup ended, whether or not it took an attempt.
     *
     * @param event the lookup
     */
    default void lookedUp(LookupEvent event) {}
}

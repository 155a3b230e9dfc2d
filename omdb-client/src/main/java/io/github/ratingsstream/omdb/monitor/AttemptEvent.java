package io.github.ratingsstream.omdb.monitor;

import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * The end of an attempt: one request to OMDb.
 *
 * @param request what was asked, such as {@code Dune (2021)}
 * @param attempt 1 for the first of its lookup, 2 for the first retry, and so on
 * @param took from sending to the whole answer, or to giving up
 * @param failure why there is no answer; STOPPING if it was cancelled; nothing for a title or a miss
 */
public record AttemptEvent(String request, int attempt, Duration took, Optional<Reason> failure) {}

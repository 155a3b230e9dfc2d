package io.github.ratingsstream.omdb.monitor;

import io.github.ratingsstream.omdb.answer.OmdbAnswer.Source;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * The end of a lookup.
 *
 * @param request what was asked, such as {@code Dune (2021)}
 * @param took from the caller's request to its outcome
 * @param calls the calls it cost, as {@link io.github.ratingsstream.omdb.answer.OmdbAnswer#calls} and {@link
 *     io.github.ratingsstream.omdb.answer.OmdbException#calls} count them
 * @param found whether the answer has what was asked for; false for a miss and for a failure
 * @param source where the answer came from; nothing for a failure
 * @param failure why there is no answer; STOPPING if it was cancelled; nothing for a title or a miss
 */
public record LookupEvent(
        String request, Duration took, int calls, boolean found, Optional<Source> source, Optional<Reason> failure) {}

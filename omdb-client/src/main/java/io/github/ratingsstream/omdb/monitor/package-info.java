/**
 * What a client reports about its work: events, the day's calls, the state of its cache.
 *
 * <p>May use: {@code omdb.answer}.
 */
@NullMarked
package io.github.ratingsstream.omdb.monitor;

import org.jspecify.annotations.NullMarked;

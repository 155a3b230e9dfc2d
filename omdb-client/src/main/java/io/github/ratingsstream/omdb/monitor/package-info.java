/**
 * What a client reports about its work: events, the number of calls made today, and cache statistics.
 *
 * <p>May use: {@code omdb.answer}.
 */
@NullMarked
package io.github.ratingsstream.omdb.monitor;

import org.jspecify.annotations.NullMarked;

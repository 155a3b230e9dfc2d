/**
 * Titles from a socket: lines of bounded length, patience while it is down, a rate, and ways to stop.
 *
 * <p>May use: {@code core.source}, {@code core.io}, {@code core.notice}.
 *
 * <p>Made for ratings-stream-app; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.core.source.socket;

import org.jspecify.annotations.NullMarked;

/**
 * A line for people: where it goes, what of it is safe to print, and whose mistake it tells of.
 *
 * <p>May use: no other room.
 *
 * <p>Made for ratings-stream-app; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.core.notice;

import org.jspecify.annotations.NullMarked;

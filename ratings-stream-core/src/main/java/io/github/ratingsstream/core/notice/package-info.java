/**
 * A line for people: where it goes, how it is made safe to print, and whose mistake it reports.
 *
 * <p>May use: no other room.
 *
 * <p>Made for ratings-stream-app; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.core.notice;

import org.jspecify.annotations.NullMarked;

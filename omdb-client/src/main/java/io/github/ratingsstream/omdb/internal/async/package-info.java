/**
 * Futures, slots, gates and timers: nothing here knows about OMDb.
 *
 * <p>May use: no other room.
 *
 * <p>For this library alone; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.omdb.internal.async;

import org.jspecify.annotations.NullMarked;

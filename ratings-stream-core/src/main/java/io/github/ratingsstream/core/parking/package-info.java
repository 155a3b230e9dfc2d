/**
 * Titles that cannot be asked for now: kept in the store's database, and asked for again when OMDb answers.
 *
 * <p>May use: {@code core.lookup}, {@code core.result}, {@code omdb.answer}, {@code omdb.store}.
 *
 * <p>Made for ratings-stream-app; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.core.parking;

import org.jspecify.annotations.NullMarked;

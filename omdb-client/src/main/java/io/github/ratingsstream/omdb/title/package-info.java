/**
 * How people write titles: a line read as the title that is meant, and whether OMDb gave that title or another.
 *
 * <p>May use: {@code omdb.request}, {@code omdb.answer}, {@code omdb.internal.text}.
 */
@NullMarked
package io.github.ratingsstream.omdb.title;

import org.jspecify.annotations.NullMarked;

/**
 * What became of a line.
 *
 * <p>May use: {@code omdb.answer}.
 */
@NullMarked
package io.github.ratingsstream.core.result;

import org.jspecify.annotations.NullMarked;

/**
 * From lines to results: several lookups at a time, in order, one result for each line.
 *
 * <p>May use: {@code core.result}, {@code omdb}, {@code omdb.request}, {@code omdb.answer}, {@code omdb.monitor}.
 */
@NullMarked
package io.github.ratingsstream.core.lookup;

import org.jspecify.annotations.NullMarked;

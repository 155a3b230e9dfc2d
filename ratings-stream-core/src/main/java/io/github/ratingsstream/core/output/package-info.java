/**
 * Where results go: rows on stdout, JSON files, a status line for each batch.
 *
 * <p>May use: {@code core.result}, {@code core.io}, {@code core.notice}, {@code omdb.answer}.
 */
@NullMarked
package io.github.ratingsstream.core.output;

import org.jspecify.annotations.NullMarked;

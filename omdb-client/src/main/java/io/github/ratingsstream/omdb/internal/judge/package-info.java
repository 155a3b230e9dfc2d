/**
 * From OMDb's text to an answer or to a reason why there is none: broken JSON is mended and read, error texts are
 * understood.
 *
 * <p>May use: {@code omdb.internal.http}, {@code omdb.internal.settings}, {@code omdb.internal.text},
 * {@code omdb.request}, {@code omdb.answer}.
 *
 * <p>For this library alone; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.omdb.internal.judge;

import org.jspecify.annotations.NullMarked;

/**
 * Answers in memory, as the bytes of their JSON, and what was given from there.
 *
 * <p>May use: {@code omdb.internal.judge}, {@code omdb.internal.settings}, {@code omdb.request}, {@code omdb.monitor},
 * {@code omdb.answer}.
 *
 * <p>For this library alone; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.omdb.internal.cache;

import org.jspecify.annotations.NullMarked;

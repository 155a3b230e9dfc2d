/**
 * The stages of a lookup: cache, single flight, store, refused key, breaker, free slot, budget, HTTP, judge.
 *
 * <p>May use: {@code omdb.internal.judge}, {@code omdb.internal.http}, {@code omdb.internal.settings},
 * {@code omdb.internal.async}, {@code omdb.internal.text}, {@code omdb.request}, {@code omdb.store},
 * {@code omdb.monitor}, {@code omdb.answer}.
 *
 * <p>For this library alone; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.omdb.internal.lookup;

import org.jspecify.annotations.NullMarked;

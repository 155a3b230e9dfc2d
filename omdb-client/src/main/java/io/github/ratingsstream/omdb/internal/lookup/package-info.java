/**
 * How a lookup flows: cache, single flight, store, permit, brake, refused key, budget, exchange, judge. {@code Way} has the
 * steps.
 *
 * <p>May use: {@code omdb.internal.cache}, {@code omdb.internal.judge}, {@code omdb.internal.http}, {@code omdb.internal.storage},
 * {@code omdb.internal.settings}, {@code omdb.internal.async}, {@code omdb.request}, {@code omdb.store},
 * {@code omdb.monitor}, {@code omdb.answer}.
 *
 * <p>For this library alone; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.omdb.internal.lookup;

import org.jspecify.annotations.NullMarked;

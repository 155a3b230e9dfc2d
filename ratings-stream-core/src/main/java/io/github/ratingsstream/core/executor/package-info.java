/**
 * What each JVM of a job has one of: a client, a store, and the connection by which the key and the store's login reach
 * it.
 *
 * <p>May use: {@code core.lookup}, {@code core.notice}, {@code omdb}, {@code omdb.store}, {@code omdb.store.jdbc}.
 *
 * <p>Made for ratings-stream-app; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.core.executor;

import org.jspecify.annotations.NullMarked;

/**
 * Calls to the store: on threads of their own, within a time limit, and none for a while after a failure.
 *
 * <p>May use: {@code omdb.internal.async}, {@code omdb.internal.text}, {@code omdb.store}.
 *
 * <p>For this library alone; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.omdb.internal.storage;

import org.jspecify.annotations.NullMarked;

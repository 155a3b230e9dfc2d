/**
 * A client's settings, checked, and its key, which cannot be printed.
 *
 * <p>May use: {@code omdb.store}, {@code omdb.monitor}, {@code omdb.answer}.
 *
 * <p>For this library alone; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.omdb.internal.settings;

import org.jspecify.annotations.NullMarked;

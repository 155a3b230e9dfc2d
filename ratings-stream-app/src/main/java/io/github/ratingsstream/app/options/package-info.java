/**
 * What the user gave, checked: the options, where the key is, where the store is.
 *
 * <p>May use: {@code app.terminal}, {@code core.executor}, {@code core.io}, {@code core.notice},
 * {@code omdb}, {@code omdb.request}.
 */
@NullMarked
package io.github.ratingsstream.app.options;

import org.jspecify.annotations.NullMarked;

/**
 * Requests to OMDb; each is checked when it is made.
 *
 * <p>May use: {@code omdb.answer}, {@code omdb.internal.text}.
 */
@NullMarked
package io.github.ratingsstream.omdb.request;

import org.jspecify.annotations.NullMarked;

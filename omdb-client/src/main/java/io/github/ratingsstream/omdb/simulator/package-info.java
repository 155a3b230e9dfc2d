/**
 * An OMDb inside the process, for tests and demos: its titles, its faults, and what it was asked.
 *
 * <p>May use: {@code omdb.internal.async}, {@code omdb.internal.text}, {@code omdb.answer}.
 */
@NullMarked
package io.github.ratingsstream.omdb.simulator;

import org.jspecify.annotations.NullMarked;

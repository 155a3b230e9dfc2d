/**
 * A simulated OMDb inside your process, for tests and demos: its titles, its faults, and the requests it received.
 *
 * <p>May use: {@code omdb.internal.async}, {@code omdb.internal.text}, {@code omdb.answer}.
 */
@NullMarked
package io.github.ratingsstream.omdb.simulator;

import org.jspecify.annotations.NullMarked;

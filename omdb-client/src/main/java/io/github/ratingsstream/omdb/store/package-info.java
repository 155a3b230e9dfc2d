/**
 * Stores, which keep answers, the count of calls and leases: the interface, and a store in memory for a single JVM.
 *
 * <p>May use: {@code omdb.internal.text}.
 */
@NullMarked
package io.github.ratingsstream.omdb.store;

import org.jspecify.annotations.NullMarked;

/**
 * What outlives a process (answers, the day's count of calls, leases): the contract, and the store of a single JVM.
 *
 * <p>May use: {@code omdb.internal.text}.
 */
@NullMarked
package io.github.ratingsstream.omdb.store;

import org.jspecify.annotations.NullMarked;

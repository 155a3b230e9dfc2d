/**
 * A store in a database: H2 for one process at a time, PostgreSQL for any number of processes.
 *
 * <p>May use: {@code omdb.store}, {@code omdb.internal.text}.
 */
@NullMarked
package io.github.ratingsstream.omdb.store.jdbc;

import org.jspecify.annotations.NullMarked;

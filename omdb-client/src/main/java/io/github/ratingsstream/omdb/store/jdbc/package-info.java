/**
 * A store in an H2 or PostgreSQL database, which any number of processes share.
 *
 * <p>May use: {@code omdb.store}, {@code omdb.internal.text}.
 */
@NullMarked
package io.github.ratingsstream.omdb.store.jdbc;

import org.jspecify.annotations.NullMarked;

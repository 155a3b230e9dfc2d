/**
 * A client for the OMDb API, and {@link io.github.ratingsstream.omdb.OmdbSimulator} to test against.
 *
 * <p>Start at {@link io.github.ratingsstream.omdb.OmdbClient}. No method takes or returns {@code null}.
 */
@NullMarked
package io.github.ratingsstream.omdb;

import org.jspecify.annotations.NullMarked;

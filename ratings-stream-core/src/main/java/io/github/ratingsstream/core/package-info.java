/**
 * A DStream of titles becomes a DStream of lookup results.
 *
 * <p>Start at {@link io.github.ratingsstream.core.lookup.LookUpTitles}. No method takes or returns {@code null}.
 */
@NullMarked
package io.github.ratingsstream.core;

import org.jspecify.annotations.NullMarked;

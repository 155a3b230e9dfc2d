/**
 * The job: its main class, its launcher, the settings of Spark, and how it ends.
 *
 * <p>Start at {@link io.github.ratingsstream.app.MovieRatingsStream}. What the user gave is read in
 * {@code app.options}; {@code app.demo} plays OMDb and somebody who types titles; {@code app.terminal} keeps stdout
 * and stderr apart. All the rest is ratings-stream-core.
 */
@NullMarked
package io.github.ratingsstream.app;

import org.jspecify.annotations.NullMarked;

/** The job: options, wiring, exit codes. Start at {@link io.github.ratingsstream.app.MovieRatingsStream}. */
@NullMarked
package io.github.ratingsstream.app;

import org.jspecify.annotations.NullMarked;

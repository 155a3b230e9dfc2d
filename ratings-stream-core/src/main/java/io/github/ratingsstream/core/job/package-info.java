/**
 * A job's life: what is done with each batch, and what its checkpoint remembers.
 *
 * <p>May use: {@code core.parking}, {@code core.lookup}, {@code core.output}, {@code core.source},
 * {@code core.result}, {@code core.io}, {@code core.notice}.
 *
 * <p>Made for ratings-stream-app; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.core.job;

import org.jspecify.annotations.NullMarked;

/**
 * Where titles come from, and how a source is stopped: two contracts.
 *
 * <p>May use: no other room.
 *
 * <p>Made for ratings-stream-app; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.core.source;

import org.jspecify.annotations.NullMarked;

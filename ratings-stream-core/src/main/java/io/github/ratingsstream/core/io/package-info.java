/**
 * Bytes cut into lines of bounded length, and files wherever Hadoop can reach them.
 *
 * <p>May use: no other room.
 *
 * <p>Made for ratings-stream-app; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.core.io;

import org.jspecify.annotations.NullMarked;

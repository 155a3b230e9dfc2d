/**
 * Titles from the files of a folder, each stretch of them taken once, even after a crash.
 *
 * <p>May use: {@code core.source}, {@code core.io}, {@code core.notice}.
 *
 * <p>Made for ratings-stream-app; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.core.source.files;

import org.jspecify.annotations.NullMarked;

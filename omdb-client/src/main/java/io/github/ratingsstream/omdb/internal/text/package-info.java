/**
 * Names and ids as people type them, and other people's text made fit for one line.
 *
 * <p>May use: no other room.
 *
 * <p>For this library alone; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.omdb.internal.text;

import org.jspecify.annotations.NullMarked;

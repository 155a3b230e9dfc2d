/**
 * What comes back: an answer or a failure, and the values in it, which are parsed when they are asked for.
 *
 * <p>May use: no other room.
 */
@NullMarked
package io.github.ratingsstream.omdb.answer;

import org.jspecify.annotations.NullMarked;

/**
 * Answers and failures of lookups, and the values in an answer, which are parsed when you read them.
 *
 * <p>May use: no other room.
 */
@NullMarked
package io.github.ratingsstream.omdb.answer;

import org.jspecify.annotations.NullMarked;

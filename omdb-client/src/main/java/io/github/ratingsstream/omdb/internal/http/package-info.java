/**
 * One exchange: from a request to a status, a text of bounded length and a Retry-After, or to a failure in our own
 * words.
 *
 * <p>May use: {@code omdb.internal.settings}, {@code omdb.internal.async}, {@code omdb.internal.text},
 * {@code omdb.request}, {@code omdb.answer}.
 *
 * <p>For this library alone; may change without notice.
 */
@NullMarked
package io.github.ratingsstream.omdb.internal.http;

import org.jspecify.annotations.NullMarked;

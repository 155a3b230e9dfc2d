/**
 * A DStream of titles becomes a DStream of lookup results.
 *
 * <p>Start at {@link io.github.ratingsstream.core.lookup.LookUpTitles}. There is no class in this package; it is the
 * map:
 *
 * <ul>
 *   <li>to look up: {@code core.lookup}, with a result for each line in {@code core.result};
 *   <li>to show: {@code core.output}, rows on stdout and JSON files;
 *   <li>to take in: {@code core.source} with {@code core.source.socket} and {@code core.source.files};
 *   <li>to run: {@code core.executor}, what every JVM has one of; {@code core.job}, what is done with each batch; and
 *       {@code core.parking}, what waits for OMDb to answer again;
 *   <li>below all: {@code core.io}, lines and files, and {@code core.notice}, lines for people.
 * </ul>
 *
 * <p>{@code core.lookup}, {@code core.result} and {@code core.output} are for any job; the others may change without
 * notice. No method takes or returns {@code null}, unless it says so.
 */
@NullMarked
package io.github.ratingsstream.core;

import org.jspecify.annotations.NullMarked;

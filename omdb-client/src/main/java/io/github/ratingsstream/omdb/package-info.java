/**
 * A client for the OMDb API: blocking, asynchronous, and page by page through a search.
 *
 * <p>Start at {@link io.github.ratingsstream.omdb.OmdbClient}:
 *
 * <pre>{@code
 * try (OmdbClient omdb = OmdbClient.builder().apiKey(key).build()) {
 *     String line = omdb.byTitle("Dune", 2021)
 *             .value()
 *             .map(film -> film.title() + ": "
 *                     + film.imdbRating().map(String::valueOf).orElse("not rated"))
 *             .orElse("OMDb has no such title");
 *     System.out.println(line);
 * } catch (OmdbException e) {
 *     System.out.println(e.reason() + ": " + e.getMessage());
 * }
 * }</pre>
 *
 * <p>Where to find what:
 *
 * <ul>
 *   <li>to ask: {@link io.github.ratingsstream.omdb.OmdbClient}, its asynchronous counterpart
 * {@link io.github.ratingsstream.omdb.AsyncOmdbClient}, its settings {@link
 * io.github.ratingsstream.omdb.OmdbClientBuilder}, and in {@code omdb.request} the kinds of {@link
 * io.github.ratingsstream.omdb.request.OmdbRequest};
 *   <li>to read, in {@code omdb.answer}: {@link io.github.ratingsstream.omdb.answer.OmdbAnswer} with an
 * {@link io.github.ratingsstream.omdb.answer.OmdbTitle}, {@link io.github.ratingsstream.omdb.answer.SearchPage} or
 * {@link io.github.ratingsstream.omdb.answer.Season} in it, and {@link
 * io.github.ratingsstream.omdb.answer.OmdbException} where there is no answer;
 *   <li>to save calls: {@link io.github.ratingsstream.omdb.monitor.OmdbBudget},
 * {@link io.github.ratingsstream.omdb.monitor.CacheStatistics}, and {@link
 * io.github.ratingsstream.omdb.store.jdbc.JdbcStore}, which keeps answers and the count of calls in a database;
 *   <li>to see what happens, in {@code omdb.monitor}: {@link io.github.ratingsstream.omdb.monitor.OmdbListener};
 *   <li>to test, in {@code omdb.simulator}: {@link io.github.ratingsstream.omdb.simulator.OmdbSimulator} with
 * {@link io.github.ratingsstream.omdb.simulator.SimulatedTitle}s and {@link
 * io.github.ratingsstream.omdb.simulator.Fault}s.
 * </ul>
 *
 * <p>{@code omdb.internal} is not part of the API and may change without notice. No method takes or returns {@code
 * null}.
 */
@NullMarked
package io.github.ratingsstream.omdb;

import org.jspecify.annotations.NullMarked;

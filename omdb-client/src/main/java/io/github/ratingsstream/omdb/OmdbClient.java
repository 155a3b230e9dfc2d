package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.Season;
import io.github.ratingsstream.omdb.internal.http.Transport;
import io.github.ratingsstream.omdb.internal.lookup.Lookups;
import io.github.ratingsstream.omdb.internal.settings.OmdbConfig;
import io.github.ratingsstream.omdb.monitor.CacheStatistics;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.request.EpisodeRequest;
import io.github.ratingsstream.omdb.request.LookupOptions;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.SeasonRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.util.Objects;

/**
 * Looks up titles, series, seasons and episodes at OMDb, and searches it.
 *
 * <pre>{@code
 * try (OmdbClient omdb = OmdbClient.fromEnv()) {
 *     omdb.byTitle("Amélie")
 *             .value()
 *             .flatMap(OmdbTitle::imdbRating)
 *             .ifPresent(rating -> System.out.println(rating));
 * }
 * }</pre>
 *
 * <p>A title OMDb does not have is an {@link OmdbAnswer} without a value; if there is no answer, as in an outage, the
 * lookup throws an {@link io.github.ratingsstream.omdb.answer.OmdbException}. The short methods cover the common
 * lookups; {@link #lookUp} takes a {@link TitleRequest}, {@link SearchRequest}, {@link SeasonRequest} or {@link
 * EpisodeRequest} with every option. The settings are in {@link OmdbClientBuilder}.
 *
 * <p>Transient faults are retried within the lookup's deadline. Answers are cached, failures are not. Concurrent
 * lookups of the same thing share one call (single flight): later callers join the call in flight, each with its own
 * deadline. Thread-safe. Build one client and share it: it has one connection pool, one cache and one count of calls.
 *
 * <p>Over https it uses HTTP/2 if the server does. Proxies and trust stores are configured as usual for the JVM: {@code
 * http.proxyHost}, {@code https.proxyHost}, {@code http.nonProxyHosts}, a default {@link java.net.ProxySelector},
 * {@code javax.net.ssl}.
 *
 * <p>After {@link #close} every lookup, waiting or not, fails at once with the reason {@code STOPPING}, without a call.
 * {@link #async}, {@link #toString} and {@link #close} still work.
 */
public final class OmdbClient implements AutoCloseable {

    /** The environment variable {@link #fromEnv} and {@link OmdbClientBuilder#apiKeyFromEnv} read. */
    public static final String KEY_VARIABLE = "OMDB_API_KEY";

    private final OmdbConfig config;
    private final Lookups lookups;
    private final AsyncOmdbClient async;

    OmdbClient(OmdbConfig config, Transport transport) {
        this.config = config;
        this.lookups = new Lookups(config, transport);
        this.async = new AsyncOmdbClient(lookups);
    }

    /** A builder with the defaults and no key. */
    public static OmdbClientBuilder builder() {
        return new OmdbClientBuilder();
    }

    /**
     * A client with the defaults and the key from the environment variable {@value #KEY_VARIABLE}.
     *
     * @return a client
     * @throws io.github.ratingsstream.omdb.answer.OmdbException with the reason REFUSED_KEY, if the variable is not set
     *     or can't be a key; the message says what to set
     */
    public static OmdbClient fromEnv() {
        return builder().apiKeyFromEnv().build();
    }

    /**
     * Looks up a title by name.
     *
     * @param title see {@link TitleRequest#byTitle(String)}
     * @return what OMDb has
     * @throws IllegalArgumentException if the title can't be asked for; no call is made
     */
    public OmdbAnswer<OmdbTitle> byTitle(String title) {
        return lookUp(TitleRequest.byTitle(title));
    }

    /**
     * Looks up a title by name and year.
     *
     * @param title see {@link TitleRequest#byTitle(String, int)}
     * @param year see {@link TitleRequest#byTitle(String, int)}
     * @return what OMDb has
     * @throws IllegalArgumentException if the request can't be asked; no call is made
     */
    public OmdbAnswer<OmdbTitle> byTitle(String title, int year) {
        return lookUp(TitleRequest.byTitle(title, year));
    }

    /**
     * Looks up a record by its IMDb id.
     *
     * @param imdbId see {@link TitleRequest#byId(String)}
     * @return what OMDb has
     * @throws IllegalArgumentException if the id is malformed; no call is made
     */
    public OmdbAnswer<OmdbTitle> byId(String imdbId) {
        return lookUp(TitleRequest.byId(imdbId));
    }

    /**
     * Searches for titles that contain some words: the first page, of up to ten rows.
     *
     * @param text see {@link SearchRequest#of(String)}
     * @return what OMDb has
     * @throws IllegalArgumentException if the words can't be asked for; no call is made
     */
    public OmdbAnswer<SearchPage> search(String text) {
        return lookUp(SearchRequest.of(text));
    }

    /**
     * Searches for titles that contain some words, fetching page after page as the rows are read. No call is made yet.
     *
     * @param text see {@link SearchRequest#of(String)}
     * @return the rows, not fetched yet
     * @throws IllegalArgumentException if the words can't be asked for
     */
    public SearchResults searchAll(String text) {
        return searchAll(SearchRequest.of(text));
    }

    /**
     * Searches from the request's page on, fetching page after page as the rows are read. No call is made yet.
     *
     * @param request what to search, and the page to start with
     * @return the rows, not fetched yet
     */
    public SearchResults searchAll(SearchRequest request) {
        return new SearchResults(Objects.requireNonNull(request, "request"), this::lookUp);
    }

    /**
     * Looks up the list of a season's episodes.
     *
     * @param seriesId see {@link SeasonRequest#byId(String, int)}
     * @param season see {@link SeasonRequest#byId(String, int)}
     * @return what OMDb has
     * @throws IllegalArgumentException if the request can't be asked; no call is made
     */
    public OmdbAnswer<Season> season(String seriesId, int season) {
        return lookUp(SeasonRequest.byId(seriesId, season));
    }

    /**
     * Looks up an episode by its numbers.
     *
     * @param seriesId see {@link EpisodeRequest#byId(String, int, int)}
     * @param season see {@link EpisodeRequest#byId(String, int, int)}
     * @param episode see {@link EpisodeRequest#byId(String, int, int)}
     * @return what OMDb has
     * @throws IllegalArgumentException if the request can't be asked; no call is made
     */
    public OmdbAnswer<OmdbTitle> episode(String seriesId, int season, int episode) {
        return lookUp(EpisodeRequest.byId(seriesId, season, episode));
    }

    /**
     * Looks up whatever the request asks for, and waits for the answer.
     *
     * @param request what to ask for
     * @param <T> what the answer holds
     * @return what OMDb has
     * @throws io.github.ratingsstream.omdb.answer.OmdbException if there is no answer. If the waiting thread is
     *     interrupted, the reason is {@code STOPPING}; the thread stays interrupted, and its call is cancelled
     */
    public <T> OmdbAnswer<T> lookUp(OmdbRequest<T> request) {
        return lookUp(request, LookupOptions.defaults());
    }

    /**
     * As {@link #lookUp(OmdbRequest)}, with settings for this lookup alone.
     *
     * @param request what to ask for
     * @param options what is different from the client's settings
     * @param <T> what the answer holds
     * @return what OMDb has
     */
    public <T> OmdbAnswer<T> lookUp(OmdbRequest<T> request, LookupOptions options) {
        return lookups.await(Objects.requireNonNull(request, "request"), Objects.requireNonNull(options, "options"));
    }

    /**
     * Forgets the answer to a request, in memory and in the store, so that the next lookup asks OMDb. A lookup on the way
     * still gives its answer to those who wait for it, but keeps it nowhere, and nobody joins it any more. The memory of
     * other clients that share the store is not touched. This costs no call; it waits for the store.
     *
     * @param request what to forget; its spelling makes no difference
     * @throws io.github.ratingsstream.omdb.answer.OmdbException with the reason STORE_DOWN, if the store can't be used or
     *     can't delete answers, so that it may still have this one; STOPPING if the waiting thread is interrupted
     */
    public void invalidate(OmdbRequest<?> request) {
        lookups.invalidateNow(Objects.requireNonNull(request, "request"));
    }

    /**
     * How many calls were made today, and how many are left. This costs no call. It reads the store, briefly; if that
     * fails, or takes longer than a sixtieth of the timeout (at least half a second), it returns the values read last.
     *
     * @return the calls of this UTC day
     */
    public OmdbBudget budget() {
        return lookups.budget();
    }

    /** What the cache has done since the client was made. This costs no call and doesn't wait. */
    public CacheStatistics cacheStatistics() {
        return lookups.cacheStatistics();
    }

    /** The same lookups as futures, in a view that closes with this client. */
    public AsyncOmdbClient async() {
        return async;
    }

    /**
     * Ends all lookups, in flight and in line, at once with the reason {@code STOPPING}, whichever thread waits for
     * them; cuts off their calls and closes the connections. May be called from any thread, even from an action
     * attached to a future. Idempotent.
     */
    @Override
    public void close() {
        lookups.close();
    }

    /** One line with the client's address and bounds. Never the key. */
    @Override
    public String toString() {
        return "OmdbClient[" + config + "]";
    }
}

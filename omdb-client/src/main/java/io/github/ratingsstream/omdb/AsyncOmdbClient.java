package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.Season;
import io.github.ratingsstream.omdb.internal.lookup.Lookups;
import io.github.ratingsstream.omdb.request.EpisodeRequest;
import io.github.ratingsstream.omdb.request.LookupOptions;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.SeasonRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * The lookups of {@link OmdbClient} as futures, over the same connections.
 *
 * <p>A future fails only with an {@link io.github.ratingsstream.omdb.answer.OmdbException}. Cancelling a future also
 * cancels its call, unless other lookups share that call; the request is cut off, and the next lookup in line is sent.
 * No method waits. When the client is closed, the methods still return a future, which fails with the reason {@code
 * STOPPING}.
 *
 * <p>With an {@link OmdbClientBuilder#executor}, futures complete on it, and so do the actions attached to them before.
 * Without one, they complete on threads of the client, and the actions may block and may wait for other lookups. The
 * futures that {@link OmdbClient#close} ends complete on the thread that calls it. A future that is already complete
 * when it is returned runs actions on the thread that attaches them, as every {@link CompletableFuture} does.
 * Thread-safe.
 *
 * <p>If the executor rejects a task, the future still completes, with the same outcome, on a thread of the client's. An
 * executor that silently drops tasks leaves its futures incomplete.
 */
public final class AsyncOmdbClient {

    private final Lookups lookups;

    AsyncOmdbClient(Lookups lookups) {
        this.lookups = lookups;
    }

    /**
     * Looks up a title by name.
     *
     * @param title see {@link TitleRequest#byTitle(String)}
     * @return the future answer
     * @throws IllegalArgumentException if the title can't be asked for; no call is made
     */
    public CompletableFuture<OmdbAnswer<OmdbTitle>> byTitle(String title) {
        return lookUp(TitleRequest.byTitle(title));
    }

    /**
     * Looks up a title by name and year.
     *
     * @param title see {@link TitleRequest#byTitle(String, int)}
     * @param year see {@link TitleRequest#byTitle(String, int)}
     * @return the future answer
     * @throws IllegalArgumentException if the request can't be asked; no call is made
     */
    public CompletableFuture<OmdbAnswer<OmdbTitle>> byTitle(String title, int year) {
        return lookUp(TitleRequest.byTitle(title, year));
    }

    /**
     * Looks up a record by its IMDb id.
     *
     * @param imdbId see {@link TitleRequest#byId(String)}
     * @return the future answer
     * @throws IllegalArgumentException if the id is malformed; no call is made
     */
    public CompletableFuture<OmdbAnswer<OmdbTitle>> byId(String imdbId) {
        return lookUp(TitleRequest.byId(imdbId));
    }

    /**
     * Searches for titles that contain some words: the first page, of up to ten rows.
     *
     * @param text see {@link SearchRequest#of(String)}
     * @return the future answer
     * @throws IllegalArgumentException if the words can't be asked for; no call is made
     */
    public CompletableFuture<OmdbAnswer<SearchPage>> search(String text) {
        return lookUp(SearchRequest.of(text));
    }

    /**
     * Looks up the list of a season's episodes.
     *
     * @param seriesId see {@link SeasonRequest#byId(String, int)}
     * @param season see {@link SeasonRequest#byId(String, int)}
     * @return the future answer
     * @throws IllegalArgumentException if the request can't be asked; no call is made
     */
    public CompletableFuture<OmdbAnswer<Season>> season(String seriesId, int season) {
        return lookUp(SeasonRequest.byId(seriesId, season));
    }

    /**
     * Looks up an episode by its numbers.
     *
     * @param seriesId see {@link EpisodeRequest#byId(String, int, int)}
     * @param season see {@link EpisodeRequest#byId(String, int, int)}
     * @param episode see {@link EpisodeRequest#byId(String, int, int)}
     * @return the future answer
     * @throws IllegalArgumentException if the request can't be asked; no call is made
     */
    public CompletableFuture<OmdbAnswer<OmdbTitle>> episode(String seriesId, int season, int episode) {
        return lookUp(EpisodeRequest.byId(seriesId, season, episode));
    }

    /**
     * Looks up whatever the request asks for.
     *
     * @param request what to ask for
     * @param <T> what the answer holds
     * @return the future answer
     */
    public <T> CompletableFuture<OmdbAnswer<T>> lookUp(OmdbRequest<T> request) {
        return lookUp(request, LookupOptions.defaults());
    }

    /**
     * As {@link #lookUp(OmdbRequest)}, with settings for this lookup alone.
     *
     * @param request what to ask for
     * @param options what is different from the client's settings
     * @param <T> what the answer holds
     * @return the future answer
     */
    public <T> CompletableFuture<OmdbAnswer<T>> lookUp(OmdbRequest<T> request, LookupOptions options) {
        return lookups.start(Objects.requireNonNull(request, "request"), Objects.requireNonNull(options, "options"));
    }

    /**
     * As {@link OmdbClient#invalidate}, without waiting.
     *
     * @param request what to forget
     * @return done when the next lookup will ask OMDb; cancelling it changes nothing
     */
    public CompletableFuture<Void> invalidate(OmdbRequest<?> request) {
        return lookups.invalidate(Objects.requireNonNull(request, "request"));
    }
}

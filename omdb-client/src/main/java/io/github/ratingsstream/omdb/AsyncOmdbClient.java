package io.github.ratingsstream.omdb;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The lookups of {@link OmdbClient} as futures, over the same connections.
 *
 * <p>Every future fails with {@link OmdbException} alone; cancelling one cancels its call, unless others wait for it. Actions attached without an
 * executor run on threads that serve many lookups, the client's and the JVM's: they must not block. Thread-safe.
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
     * @return the answer to come
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
     * @return the answer to come
     * @throws IllegalArgumentException if the request can't be asked; no call is made
     */
    public CompletableFuture<OmdbAnswer<OmdbTitle>> byTitle(String title, int year) {
        return lookUp(TitleRequest.byTitle(title, year));
    }

    /**
     * Looks up a record by its IMDb id.
     *
     * @param imdbId see {@link TitleRequest#byId(String)}
     * @return the answer to come
     * @throws IllegalArgumentException if the id is malformed; no call is made
     */
    public CompletableFuture<OmdbAnswer<OmdbTitle>> byId(String imdbId) {
        return lookUp(TitleRequest.byId(imdbId));
    }

    /**
     * Looks up what the request says.
     *
     * @param request what to ask for
     * @param <T> what the answer holds
     * @return the answer to come
     */
    public <T> CompletableFuture<OmdbAnswer<T>> lookUp(OmdbRequest<T> request) {
        Optional<OmdbAnswer<T>> cached = lookups.cached(request);
        return cached.isPresent()
                ? CompletableFuture.completedFuture(cached.get())
                : lookups.start(request).result();
    }
}

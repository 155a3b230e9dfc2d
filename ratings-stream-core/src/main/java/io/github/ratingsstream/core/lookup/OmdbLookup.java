package io.github.ratingsstream.core.lookup;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.request.TitleType;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks OMDb, with one client for each executor JVM, however many tasks and copies of this object there are.
 *
 * <p>The client is made at the first lookup in that JVM. Thread-safe.
 */
public final class OmdbLookup implements RatingLookup, AutoCloseable {

    @Serial
    private static final long serialVersionUID = 1;

    /** The clients of this JVM. Copies of one lookup share an id, and so a client. */
    private static final Map<String, OmdbClient> CLIENTS = new ConcurrentHashMap<>();

    /**
     * Makes an executor's client. It travels to the executors, so it must not hold the key: read the key where it runs.
     */
    @FunctionalInterface
    public interface ClientFactory extends Serializable {

        /**
         * Makes the client. If it throws, the executor can look up nothing: the task fails, and with it the job.
         *
         * @return a new client
         */
        OmdbClient create();
    }

    private final String id;
    private final ClientFactory factory;
    private final @Nullable TitleType type;

    private OmdbLookup(String id, ClientFactory factory, @Nullable TitleType type) {
        this.id = id;
        this.factory = factory;
        this.type = type;
    }

    /**
     * A lookup whose executors make their clients themselves.
     *
     * @param factory such as {@code OmdbClient::fromEnv}
     * @return the lookup
     */
    public static OmdbLookup perExecutor(ClientFactory factory) {
        return new OmdbLookup(UUID.randomUUID().toString(), Objects.requireNonNull(factory, "factory"), null);
    }

    /**
     * The same, for one kind of title only. It has the same client.
     *
     * @param wanted the kind
     * @return a new lookup
     */
    public OmdbLookup ofType(TitleType wanted) {
        return new OmdbLookup(id, factory, Objects.requireNonNull(wanted, "type"));
    }

    @Override
    public CompletableFuture<OmdbAnswer<OmdbTitle>> lookUp(TitleRequest request) {
        OmdbClient client = CLIENTS.computeIfAbsent(id, unused -> newClient());
        return client.async().lookUp(type == null ? request : request.withType(type));
    }

    @SuppressWarnings("checkstyle:IllegalCatch") // It is anybody's code.
    private OmdbClient newClient() {
        try {
            return Objects.requireNonNull(factory.create(), "the client factory returned null");
        } catch (RuntimeException | LinkageError e) {
            throw new ClientNotMade(e);
        }
    }

    /**
     * What is left of the day's calls, as this JVM's client knows it.
     *
     * @return empty if no client was made here: on a cluster the clients are the executors', not the driver's
     */
    public Optional<OmdbBudget> budget() {
        return Optional.ofNullable(CLIENTS.get(id)).map(OmdbClient::budget);
    }

    /**
     * Closes this lookup's client in this JVM: lookups in flight end with the reason {@code STOPPING}, and so do later
     * ones.
     */
    @Override
    public void close() {
        // Unlike get, this waits for a client that is just being made.
        OmdbClient client = CLIENTS.computeIfPresent(id, (same, made) -> made);
        if (client != null) {
            client.close();
        }
    }
}

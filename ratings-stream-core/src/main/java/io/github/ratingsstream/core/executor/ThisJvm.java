package io.github.ratingsstream.core.executor;

import io.github.ratingsstream.omdb.OmdbClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this JVM has of the running job: the connection to the driver, the clients, the store. A JVM has one job at a
 * time, as it has one SparkContext; the next job starts with a new object. Thread-safe.
 */
final class ThisJvm implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ThisJvm.class);

    private static final AtomicReference<@Nullable ThisJvm> CURRENT = new AtomicReference<>();

    private final Driver driver;
    private final Queue<OmdbClient> clients = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;
    private @Nullable JobStore store;

    private ThisJvm(Driver driver) {
        this.driver = driver;
    }

    /** Starts a job. */
    static ThisJvm begin(Driver driver) {
        ThisJvm begun = new ThisJvm(driver);
        CURRENT.set(begun);
        return begun;
    }

    /** The current job. An executor that has not loaded {@link DriverLink} has only its environment. */
    static ThisJvm current() {
        return CURRENT.updateAndGet(
                known -> known == null ? new ThisJvm(new RemoteDriver(null, System.getenv())) : known);
    }

    Driver driver() {
        return driver;
    }

    /** Adds a client, to be closed with the job. */
    void add(OmdbClient client) {
        clients.add(client);
        if (ending) {
            // Made by the first lookup of all, after the deadline of a stop.
            closeClients();
        }
    }

    /** Ends lookups in flight as stopping, and later those of clients made from now on. */
    void endLookups() {
        ending = true;
        closeClients();
    }

    private void closeClients() {
        for (OmdbClient client = clients.poll(); client != null; client = clients.poll()) {
            client.close();
            log.info("closed {}", client);
        }
    }

    /** The store, not opened yet. There is only one, as a job has one location. */
    synchronized JobStore store(StoreLocation location) {
        if (store == null) {
            store = new JobStore(location, driver::storeLogin);
        }
        return store;
    }

    /** Closes the clients first, then the store they use. */
    @Override
    public void close() {
        closeClients();
        closeStore();
        CURRENT.compareAndSet(this, null);
    }

    private synchronized void closeStore() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}

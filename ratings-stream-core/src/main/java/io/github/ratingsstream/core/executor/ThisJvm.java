package io.github.ratingsstream.core.executor;

import io.github.ratingsstream.omdb.OmdbClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this JVM has of the job that runs in it: the way to its driver, its clients, its store. A JVM has one job at a time,
 * as it has one SparkContext; the next job begins with an object of its own. Thread-safe.
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

    /** A job begins here. */
    static ThisJvm begin(Driver driver) {
        ThisJvm begun = new ThisJvm(driver);
        CURRENT.set(begun);
        return begun;
    }

    /** An executor that has not loaded {@link DriverLink} has its environment alone. */
    static ThisJvm current() {
        return CURRENT.updateAndGet(
                known -> known == null ? new ThisJvm(new RemoteDriver(null, System.getenv())) : known);
    }

    Driver driver() {
        return driver;
    }

    /** The client is closed with the job. */
    void add(OmdbClient client) {
        clients.add(client);
        if (ending) {
            // Made by the first lookup of all, after the deadline of a stop.
            closeClients();
        }
    }

    /** Lookups in flight end as stopping, and so do those of clients made from now on. */
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

    /** Not opened yet. There is one: a job has one location. */
    synchronized JobStore store(StoreLocation location) {
        if (store == null) {
            store = new JobStore(location, driver::storeLogin);
        }
        return store;
    }

    /** First the clients, then the store they use. */
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

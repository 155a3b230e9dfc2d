package io.github.ratingsstream.app;

import io.github.ratingsstream.omdb.DayUse;
import io.github.ratingsstream.omdb.OmdbStore;
import io.github.ratingsstream.omdb.StoreException;
import io.github.ratingsstream.omdb.StoredAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This JVM's store. The driver opens it before the job starts; an executor before its first lookup, and where that fails
 * at a later one: a store that is down when an executor starts is no worse than one that goes down afterwards.
 *
 * <p>Thread-safe.
 */
final class JobStore implements OmdbStore {

    private static final Logger log = LoggerFactory.getLogger(JobStore.class);

    private static @Nullable JobStore ofThisJvm;

    private final StoreAddress address;
    private @Nullable StoreDatabase open;
    private boolean closed;

    private JobStore(StoreAddress address) {
        this.address = address;
    }

    static synchronized JobStore of(StoreAddress address) {
        if (ofThisJvm == null) {
            ofThisJvm = new JobStore(address);
        }
        return ofThisJvm;
    }

    /** After the clients that use it. */
    static synchronized void closeThisJvms() {
        if (ofThisJvm != null) {
            ofThisJvm.close();
            ofThisJvm = null;
        }
    }

    /** Opens an executor's, before lookups wait for it: they soon go on without. */
    static JobStore openOnExecutor(StoreAddress address) {
        JobStore store = of(address);
        try {
            store.database();
        } catch (StoreException e) {
            log.warn("{}; it is tried again", e.getMessage());
        }
        return store;
    }

    /** Opens the driver's. What keeps it from being used is the user's to mend. */
    static JobStore openOnDriver(StoreAddress address, boolean localMaster) {
        if (address.isDirectory()) {
            checkDirectory(address, localMaster);
        } else {
            DriverLink.setStoreLogin(StoreLogin.find(address, System.getenv()));
        }
        try {
            JobStore store = of(address);
            store.database();
            return store;
        } catch (StoreException e) {
            String what = e.getMessage().replaceFirst("^the store failed: ", "");
            String login = what.contains("SQLState 28") ? "; they come from PGUSER and PGPASSWORD, or .pgpass" : "";
            throw new UserError("--store can't be used: " + what + login);
        }
    }

    private static void checkDirectory(StoreAddress address, boolean localMaster) {
        if (!localMaster) {
            throw new UserError("a directory as --store is for local masters, where one process has it all:"
                    + " give a database that executors share, --store jdbc:postgresql://host/database");
        }
        try {
            Files.createDirectories(address.directory());
            Files.delete(Files.createTempFile(address.directory(), "probe", null));
        } catch (IOException e) {
            throw new UserError("--store can't be written to: " + address.directory());
        }
    }

    synchronized StoreDatabase database() {
        if (closed) {
            throw new StoreException("the store is closed");
        }
        if (open == null) {
            open = StoreDatabase.open(address, DriverLink::storeLogin);
        }
        return open;
    }

    private OmdbStore store() {
        return database().store();
    }

    @Override
    public Optional<StoredAnswer> find(String key) {
        return store().find(key);
    }

    @Override
    public void keep(String key, StoredAnswer answer) {
        store().keep(key, answer);
    }

    @Override
    public boolean takeCall(LocalDate utcDay, long limit) {
        return store().takeCall(utcDay, limit);
    }

    @Override
    public DayUse day(LocalDate utcDay) {
        return store().day(utcDay);
    }

    @Override
    public void markSpent(LocalDate utcDay, Instant now) {
        store().markSpent(utcDay, now);
    }

    @Override
    public void clearSpent(LocalDate utcDay) {
        store().clearSpent(utcDay);
    }

    @Override
    public boolean takeProbe(LocalDate utcDay, Instant now, Duration pause) {
        return store().takeProbe(utcDay, now, pause);
    }

    @Override
    public boolean lease(String key, String owner, Duration time) {
        return store().lease(key, owner, time);
    }

    @Override
    public void release(String key, String owner) {
        store().release(key, owner);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public String toString() {
        return "JobStore[" + address + "]";
    }
}

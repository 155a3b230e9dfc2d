package io.github.ratingsstream.core.executor;

import io.github.ratingsstream.core.lookup.OmdbLookup;
import io.github.ratingsstream.core.notice.Notices;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * OMDb's clients on the executors of a job, with a key that only the driver knows. Executors ask it for the key over Spark's
 * own connection, so the key is in no setting, closure, checkpoint or file.
 *
 * <pre>{@code
 * OmdbOnExecutors executors = OmdbOnExecutors.withKey(key).addTo(conf);
 * JavaStreamingContext stream = new JavaStreamingContext(conf, Durations.seconds(10));
 * RatingLookup omdb = executors.lookup(client -> client.dailyLimit(1_000));
 * JavaDStream<LookupResult> results = LookUpTitles.with(omdb).in(stream.socketTextStream("localhost", 9999));
 * }</pre>
 *
 * <p>It is made on the driver, before the SparkContext. A JVM has one job at a time: a second one, made when the first has
 * ended, takes its place. Thread-safe.
 */
public final class OmdbOnExecutors implements AutoCloseable {

    private final DriverSide driver;
    private final ThisJvm jvm;
    private volatile @Nullable StoreLocation location;

    private OmdbOnExecutors(DriverSide driver) {
        this.driver = driver;
        this.jvm = ThisJvm.begin(driver);
    }

    /**
     * Begins a job in this JVM.
     *
     * @param key OMDb's key; an executor with {@code OMDB_API_KEY} in its own environment takes that one
     * @return the job's clients-to-be
     * @throws IllegalArgumentException if it can't be a key
     */
    public static OmdbOnExecutors withKey(String key) {
        OmdbClient.builder().apiKey(key);
        return new OmdbOnExecutors(new DriverSide(
                key, line -> LoggerFactory.getLogger(OmdbOnExecutors.class).warn(line)));
    }

    /**
     * Sets where lines go that executors have for people.
     *
     * @param notices stays on the driver; by default they are logged as warnings
     * @return this
     */
    public OmdbOnExecutors notices(Notices notices) {
        driver.setNotices(notices);
        return this;
    }

    /**
     * Has Spark load the executors' way to the driver.
     *
     * @param conf of a SparkContext that is not made yet
     * @return this
     */
    public OmdbOnExecutors addTo(SparkConf conf) {
        DriverLink.addTo(conf);
        return this;
    }

    /**
     * Opens the store that the driver and all clients share, and has the driver answer executors that ask for its login.
     *
     * @param store where it is
     * @param login who the job is to it, or null where it wants no login
     * @throws StoreException if it can't be used
     */
    public void openStore(StoreLocation store, @Nullable StoreLogin login) {
        if (login != null) {
            driver.setStoreLogin(login);
        }
        location = store;
        jvm.store(store).database();
    }

    /** {@return the driver's store, if one was opened} */
    public Optional<OmdbStore> store() {
        return Optional.ofNullable(location).map(jvm::store);
    }

    /**
     * The database of the driver's store.
     *
     * @return where connections come from
     * @throws StoreException if it can't be reached
     */
    public DataSource database() {
        StoreLocation store = location;
        if (store == null) {
            throw new StoreException("the job has no store");
        }
        return jvm.store(store).database().dataSource();
    }

    /**
     * Lookups with a client in each executor's JVM, made at the first lookup there and closed with the executor.
     *
     * @param settings the client's; key and store are set after them
     * @return the lookup
     */
    public OmdbLookup lookup(ClientSettings settings) {
        return OmdbLookup.perExecutor(new ClientOnExecutor(settings, location));
    }

    /** Ends lookups that still wait, here and on all executors, and those that follow: as stopping. */
    public void endLookups() {
        driver.endLookups();
        jvm.endLookups();
    }

    /** Closes what this JVM has: with a local master the clients, and the store. Executors close theirs. */
    @Override
    public void close() {
        jvm.close();
    }
}

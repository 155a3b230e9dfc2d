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
 * OMDb clients on the executors of a job, with a key that only the driver knows. Executors ask the driver for the key
 * over Spark's own connection, so it is in no setting, closure, checkpoint or file.
 *
 * <pre>{@code
 * OmdbOnExecutors executors = OmdbOnExecutors.withKey(key).addTo(conf);
 * JavaStreamingContext stream = new JavaStreamingContext(conf, Durations.seconds(10));
 * RatingLookup omdb = executors.lookup(client -> client.dailyLimit(1_000));
 * JavaDStream<LookupResult> results = LookUpTitles.with(omdb).in(stream.socketTextStream("localhost", 9999));
 * }</pre>
 *
 * <p>Create it on the driver, before the SparkContext. A JVM has one job at a time: a second one, created when the
 * first has ended, takes its place. Thread-safe.
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
     * Starts a job in this JVM.
     *
     * @param key OMDb's key; an executor with {@code OMDB_API_KEY} in its own environment uses that one instead
     * @return the job's clients, none of them made yet
     * @throws IllegalArgumentException if it can't be a key
     */
    public static OmdbOnExecutors withKey(String key) {
        OmdbClient.builder().apiKey(key);
        return new OmdbOnExecutors(new DriverSide(
                key, line -> LoggerFactory.getLogger(OmdbOnExecutors.class).warn(line)));
    }

    /**
     * Sets where the executors' lines for people go.
     *
     * @param notices stays on the driver; by default they are logged as warnings
     * @return this
     */
    public OmdbOnExecutors notices(Notices notices) {
        driver.setNotices(notices);
        return this;
    }

    /**
     * Makes Spark load {@link DriverLink}, by which executors reach the driver.
     *
     * @param conf the settings of a SparkContext that is not created yet
     * @return this
     */
    public OmdbOnExecutors addTo(SparkConf conf) {
        DriverLink.addTo(conf);
        return this;
    }

    /**
     * Opens the store that the driver and all clients share, and lets executors ask the driver for its login.
     *
     * @param store where it is
     * @param login the job's login to the store, or null if the store needs none
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
     * Lookups with one client in each executor's JVM, made at the first lookup there and closed with the executor.
     *
     * @param settings the client's settings; key and store are set after them
     * @return the lookup
     */
    public OmdbLookup lookup(ClientSettings settings) {
        return OmdbLookup.perExecutor(new ClientOnExecutor(settings, location));
    }

    /**
     * Ends lookups that still wait, here and on all executors, with the reason {@code STOPPING}; later lookups end the
     * same way.
     */
    public void endLookups() {
        driver.endLookups();
        jvm.endLookups();
    }

    /** Closes the store of this JVM and, with a local master, the clients. Executors close their own. */
    @Override
    public void close() {
        jvm.close();
    }
}

package io.github.ratingsstream.omdb.store.jdbc;

import io.github.ratingsstream.omdb.store.Claim;
import io.github.ratingsstream.omdb.store.Claimed;
import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A store in a database: H2 2 or newer (a directory, one process at a time), or PostgreSQL (shared by any number).
 *
 * <pre>{@code
 * PGSimpleDataSource database = new PGSimpleDataSource();
 * database.setURL("jdbc:postgresql://db.example.org/films?connectTimeout=5&loginTimeout=5");
 * database.setUser(user);
 * database.setPassword(password);
 * try (OmdbStore store = JdbcStore.open(database)) {
 *     System.out.println(store.day(LocalDate.now(ZoneOffset.UTC)));
 * }
 * }</pre>
 *
 * <p>You supply the driver and the {@code DataSource}; the store itself uses only {@code java.sql}. An operation takes
 * one connection, runs one to three short statements that commit by themselves, and returns the connection as it was.
 * On PostgreSQL, {@link #claim} and {@link #settle} are one trip to the server each, and a pool saves connecting each
 * time. Isolation should be READ COMMITTED, the default of both databases.
 *
 * <p>Once connected, no operation hangs forever. A statement may take 5 seconds and is then cancelled. If the network
 * is dead, PostgreSQL's driver also waits for its {@code cancelSignalTimeout}, 10 seconds by default. How long
 * <em>connecting</em> may take is set on the {@code DataSource}: {@code connectTimeout} and {@code loginTimeout} of
 * PostgreSQL's driver, or the connection timeout of a pool.
 *
 * <p>Missing tables, all named {@code omdb_*}, are created in the user's default schema; a newer version's tables are
 * refused. They hold one API key's answers and count: another account needs another schema or directory. Text is kept
 * as UTF-8 bytes, so any character may be in it.
 *
 * <p>Leases use the database's clock, so the clocks of the machines need not agree. The leases of a dead process
 * expire.
 *
 * <p>On H2, the store holds one more connection, so that the database stays open. A file with nothing but the store's
 * tables belongs to the store: what an operation has written is in the file when it returns, and survives a killed
 * process, though not a power cut; and the store packs the file when it is closed, if no other program has it open. A
 * database with anything else in it, or in memory, is yours: there the store changes no setting and packs nothing, so a
 * kill may cost what H2 had not yet written, half a second by default. Until it is packed, the file is larger than its
 * content: each lookup takes some 75 kB, which H2 reuses after 45 seconds. An interrupt during a write fails that
 * operation, unless the URL starts with {@code jdbc:h2:async:}. With {@code ;TRACE_LEVEL_FILE=0} in the URL, H2 leaves
 * no {@code .trace.db} file beside one
 * that it can't use.
 *
 * <p>Thread-safe. Use after close throws {@link StoreException}.
 */
public final class JdbcStore implements OmdbStore {

    private static final int QUERY_SECONDS = 5;

    private final SqlDatabase database;
    private final JdbcAnswers answers;
    private final JdbcDays days;
    private final JdbcLeases leases;
    private final PostgresClaims claims;

    private JdbcStore(SqlDatabase database) {
        this.database = database;
        this.answers = new JdbcAnswers(database);
        this.days = new JdbcDays(database);
        this.leases = new JdbcLeases(database);
        this.claims = new PostgresClaims(database);
    }

    /**
     * Opens a store and creates its tables if they are missing.
     *
     * @param dataSource where connections come from; you close it yourself, after the store
     * @return the store
     * @throws StoreException if the database can't be used, is neither H2 nor PostgreSQL, or has a newer version's
     *     tables
     */
    public static JdbcStore open(DataSource dataSource) {
        return open(Objects.requireNonNull(dataSource, "dataSource"), QUERY_SECONDS);
    }

    static JdbcStore open(DataSource dataSource, int querySeconds) {
        SqlDatabase database = new SqlDatabase(dataSource, querySeconds);
        try {
            new JdbcSchema(database).prepare();
            return new JdbcStore(database);
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public Optional<StoredAnswer> find(String key) {
        return answers.find(key);
    }

    @Override
    public void keep(String key, StoredAnswer answer) {
        answers.keep(key, answer);
    }

    @Override
    public void delete(String key) {
        answers.delete(key);
    }

    @Override
    public boolean takeCall(LocalDate utcDay, long limit) {
        return days.takeCall(utcDay, limit);
    }

    @Override
    public DayUse day(LocalDate utcDay) {
        return days.day(utcDay);
    }

    @Override
    public void markSpent(LocalDate utcDay, Instant now) {
        days.markSpent(utcDay, now);
    }

    @Override
    public void clearSpent(LocalDate utcDay) {
        days.clearSpent(utcDay);
    }

    @Override
    public boolean takeProbe(LocalDate utcDay, Instant now, Duration pause) {
        return days.takeProbe(utcDay, now, pause);
    }

    @Override
    public boolean lease(String key, String owner, Duration time) {
        return leases.take(key, owner, time);
    }

    @Override
    public void release(String key, String owner) {
        leases.release(key, owner);
    }

    @Override
    public Claimed claim(Claim claim) {
        return database.dialect() == SqlDialect.POSTGRESQL ? claims.claim(claim) : OmdbStore.super.claim(claim);
    }

    @Override
    public void settle(String key, String owner, StoredAnswer answer) {
        if (database.dialect() == SqlDialect.POSTGRESQL) {
            claims.settle(key, owner, answer);
        } else {
            OmdbStore.super.settle(key, owner, answer);
        }
    }

    /**
     * Deletes answers received before an instant, or stamped by a clock that was further ahead of the database's than
     * {@link #CLOCK_TOLERANCE}; the counts of days before the instant's day; and leases that have ended. The
     * store never does this by itself, as only its user knows for how long an old answer is better than none. It may
     * run while lookups do.
     *
     * @param olderThan such as thirty days ago; an instant of tomorrow would lose today's count
     * @return how many answers were deleted
     * @throws StoreException if the database can't be used; what was deleted until then stays so
     */
    public long prune(Instant olderThan) {
        Objects.requireNonNull(olderThan, "olderThan");
        leases.prune();
        days.prune(olderThan);
        return answers.prune(olderThan);
    }

    /** Ends the use of the database; the {@code DataSource} stays open. Closing twice does nothing. */
    @Override
    public void close() {
        database.close();
    }

    @Override
    public String toString() {
        return "JdbcStore[" + database.dialect() + "]";
    }
}

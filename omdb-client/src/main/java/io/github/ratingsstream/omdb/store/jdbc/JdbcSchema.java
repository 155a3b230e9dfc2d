package io.github.ratingsstream.omdb.store.jdbc;

import io.github.ratingsstream.omdb.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The store's tables. */
final class JdbcSchema {

    static final int VERSION = 1;

    private static final int MOST_TRIES = 10;

    private final SqlDatabase database;

    JdbcSchema(SqlDatabase database) {
        this.database = database;
    }

    /** Creates what is missing, even if others do so at the same moment. A newer version's tables are left alone. */
    void prepare() {
        int found = database.run(session -> {
            Optional<Integer> version = version(session);
            if (version.isEmpty()) {
                create(session);
                version = version(session);
            }
            return version.orElse(VERSION);
        });
        if (found > VERSION) {
            throw new StoreException("the store was made by a newer omdb-client (its tables are of version " + found
                    + ", this client knows " + VERSION + "); use that client, or another database or schema");
        }
    }

    /**
     * One at a time in this process: H2, which allows no other process, has failures of its own when two threads create
     * an index.
     */
    private void create(SqlSession session) throws SQLException {
        synchronized (JdbcSchema.class) {
            createUnlessMade(session);
        }
    }

    private void createUnlessMade(SqlSession session) throws SQLException {
        int tries = 1;
        while (true) {
            try {
                for (String table : tables()) {
                    session.update(table);
                }
                // Written last, so that where the version is, everything else is too.
                session.insert("insert into omdb_store (id, version) values (1, ?)", VERSION);
                return;
            } catch (SQLException e) {
                // "if not exists" checks first and creates later: of two at once one fails, and finds everything there
                // on its next try.
                if (tries == MOST_TRIES || !SqlFailures.isDuplicate(e) && !SqlFailures.isRolledBack(e)) {
                    throw e;
                }
                tries++;
            }
        }
    }

    private List<String> tables() {
        return List.of(
                "create table if not exists omdb_answer (request_hash bytea primary key, request bytea not null, "
                        + "found boolean not null, body " + database.dialect().body() + " not null, "
                        + "received_at timestamp(6) with time zone not null)",
                "create index if not exists omdb_answer_received_at on omdb_answer (received_at)",
                "create table if not exists omdb_day (utc_day date primary key, calls bigint not null, "
                        + "spent_since timestamp(6) with time zone, pause_since timestamp(6) with time zone)",
                "create table if not exists omdb_lease (request_hash bytea primary key, owner varchar(200) not null, "
                        + "ends_at timestamp(6) with time zone not null)",
                "create table if not exists omdb_store (id integer primary key, version integer not null)");
    }

    private static Optional<Integer> version(SqlSession session) throws SQLException {
        try {
            return session.first(JdbcSchema::version, "select version from omdb_store where id = 1");
        } catch (SQLException e) {
            if (SqlFailures.isMissingTable(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static int version(ResultSet row) throws SQLException {
        return row.getInt(1);
    }
}

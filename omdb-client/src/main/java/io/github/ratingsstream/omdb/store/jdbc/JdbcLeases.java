package io.github.ratingsstream.omdb.store.jdbc;

import java.time.Duration;

/** The leases in a database, by its clock. */
final class JdbcLeases {

    private final SqlDatabase database;
    private final String update;
    private final String insert;
    private final String deleteEnded;

    JdbcLeases(SqlDatabase database) {
        SqlDialect dialect = database.dialect();
        this.database = database;
        this.update = "update omdb_lease set owner = ?, ends_at = " + dialect.later()
                + " where request_hash = ? and (owner = ? or ends_at <= " + dialect.now() + ")";
        this.insert = "insert into omdb_lease (request_hash, owner, ends_at) values (?, ?, " + dialect.later() + ")"
                + dialect.unlessThere();
        this.deleteEnded = "delete from omdb_lease where ends_at <= " + dialect.now();
    }

    boolean take(String key, String owner, Duration time) {
        byte[] hash = KeyHash.of(key);
        long micros = SqlTime.micros(time);
        return database.updateOrInsert(
                session -> session.update(update, owner, micros, hash, owner),
                session -> session.insert(insert, hash, owner, micros));
    }

    void release(String key, String owner) {
        String sql = "delete from omdb_lease where request_hash = ? and owner = ?";
        database.run(session -> session.update(sql, KeyHash.of(key), owner));
    }

    void prune() {
        database.run(session -> session.update(deleteEnded));
    }
}

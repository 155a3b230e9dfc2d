package io.github.ratingsstream.omdb.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Answers in a database. Texts are stored as UTF-8 bytes, because PostgreSQL's text type has no U+0000. */
final class JdbcAnswers {

    private static final int ROWS_AT_ONCE = 1_000;

    private final SqlDatabase database;
    private final String insert;
    private final String update;
    private final String deleteAhead;

    JdbcAnswers(SqlDatabase database) {
        this.database = database;
        this.insert = "insert into omdb_answer (request_hash, request, found, body, received_at) values (?, ?, ?, ?, ?)"
                + database.dialect().unlessThere();
        String ahead = "received_at > " + database.dialect().tolerable();
        this.update = "update omdb_answer set found = ?, body = ?, received_at = ? "
                + "where request_hash = ? and (received_at <= ? or " + ahead + ")";
        this.deleteAhead = "delete from omdb_answer where " + ahead;
    }

    Optional<StoredAnswer> find(String key) {
        String sql = "select found, body, received_at from omdb_answer where request_hash = ?";
        return database.run(session -> session.first(JdbcAnswers::answer, sql, KeyHash.of(key)));
    }

    static StoredAnswer answer(ResultSet row) throws SQLException {
        String text = new String(row.getBytes("body"), UTF_8);
        Instant receivedAt = row.getObject("received_at", OffsetDateTime.class).toInstant();
        return row.getBoolean("found") ? StoredAnswer.found(text, receivedAt) : StoredAnswer.missed(text, receivedAt);
    }

    static byte[] body(StoredAnswer answer) {
        return answer.json().or(answer::miss).orElseThrow().getBytes(UTF_8);
    }

    void keep(String key, StoredAnswer answer) {
        byte[] hash = KeyHash.of(key);
        boolean found = answer.json().isPresent();
        byte[] body = body(answer);
        OffsetDateTime at = SqlTime.of(answer.receivedAt());
        database.updateOrInsert(
                session -> session.update(update, found, body, at, hash, at),
                session -> session.insert(insert, hash, key.getBytes(UTF_8), found, body, at));
    }

    void delete(String key) {
        String sql = "delete from omdb_answer where request_hash = ?";
        database.run(session -> session.update(sql, KeyHash.of(key)));
    }

    /** Deletes in portions, since a single statement might exceed its time limit. */
    long prune(Instant olderThan) {
        OffsetDateTime end = SqlTime.of(olderThan);
        long all = 0;
        Optional<OffsetDateTime> portion = endOfAPortion(end);
        while (portion.isPresent()) {
            all += delete("received_at <= ?", portion.get());
            portion = endOfAPortion(end);
        }
        return all + delete("received_at < ?", end) + database.run(session -> session.update(deleteAhead));
    }

    private Optional<OffsetDateTime> endOfAPortion(OffsetDateTime end) {
        String sql = "select received_at from omdb_answer where received_at < ? order by received_at limit 1 offset "
                + (ROWS_AT_ONCE - 1);
        return database.run(session -> session.first(row -> row.getObject(1, OffsetDateTime.class), sql, end));
    }

    private int delete(String condition, OffsetDateTime at) {
        return database.run(session -> session.update("delete from omdb_answer where " + condition, at));
    }
}

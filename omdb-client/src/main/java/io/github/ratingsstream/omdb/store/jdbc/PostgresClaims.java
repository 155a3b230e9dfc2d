package io.github.ratingsstream.omdb.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ratingsstream.omdb.store.Claim;
import io.github.ratingsstream.omdb.store.Claimed;
import io.github.ratingsstream.omdb.store.Claimed.State;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoredAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a call needs, and what it leaves, each in one trip to PostgreSQL. */
final class PostgresClaims {

    /**
     * Two statements sent together, which commit together. The second has to begin after the first has the lease: it
     * sees what was committed until then, and so the answer of a holder the first has waited for.
     */
    private static final String CLAIM = """
            insert into omdb_lease (request_hash, owner, ends_at) values (?, ?, %1$s)
            on conflict (request_hash) do update set owner = excluded.owner, ends_at = %1$s
            where omdb_lease.owner = excluded.owner or omdb_lease.ends_at <= %2$s;
            with mine as (
              select 1 from omdb_lease where request_hash = ? and owner = ?
            ), kept as (
              select found, body, received_at,
                received_at > case when found then ? else ? end and received_at <= ? as fresh
              from omdb_answer where request_hash = ? and exists (select 1 from mine)
            ), counted as (
              insert into omdb_day (utc_day, calls)
              select ?, 1 where ? > 0 and exists (select 1 from mine) and not exists (select 1 from kept where fresh)
              on conflict (utc_day) do update set calls = omdb_day.calls + 1
              where omdb_day.calls < ? and omdb_day.spent_since is null
              returning 1
            ), released as (
              delete from omdb_lease where request_hash = ? and owner = ? and exists (select 1 from kept where fresh)
            )
            select exists (select 1 from mine) as mine, exists (select 1 from counted) as counted, kept.*
            from (values (1)) as always left join kept on true
            """.formatted(SqlDialect.POSTGRESQL.later(), SqlDialect.POSTGRESQL.now());

    private static final String SETTLE = """
            with kept as (
              insert into omdb_answer (request_hash, request, found, body, received_at) values (?, ?, ?, ?, ?)
              on conflict (request_hash) do update
              set found = excluded.found, body = excluded.body, received_at = excluded.received_at
              where omdb_answer.received_at <= excluded.received_at or omdb_answer.received_at > %s
            )
            delete from omdb_lease where request_hash = ? and owner = ?
            """.formatted(SqlDialect.POSTGRESQL.tolerable());

    private final SqlDatabase database;

    PostgresClaims(SqlDatabase database) {
        this.database = database;
    }

    Claimed claim(Claim claim) {
        Object[] parameters = parameters(claim).toArray();
        return database.run(session -> session.firstOfTogether(PostgresClaims::claimed, CLAIM, parameters));
    }

    private static List<Object> parameters(Claim claim) {
        byte[] hash = KeyHash.of(claim.key());
        String owner = claim.owner();
        long micros = SqlTime.micros(claim.time());
        List<Object> parameters = new ArrayList<>(List.of(hash, owner, micros, micros));
        parameters.addAll(List.of(hash, owner));
        parameters.addAll(List.of(
                SqlTime.of(claim.foundAfter()),
                SqlTime.of(claim.missedAfter()),
                SqlTime.of(claim.now().plus(OmdbStore.CLOCK_TOLERANCE)),
                hash));
        parameters.addAll(List.of(claim.utcDay(), claim.limit(), claim.limit()));
        parameters.addAll(List.of(hash, owner));
        return parameters;
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        if (!row.getBoolean("mine")) {
            return new Claimed(State.TAKEN, Optional.empty());
        }
        Optional<StoredAnswer> kept =
                row.getBytes("body") == null ? Optional.empty() : Optional.of(JdbcAnswers.answer(row));
        if (row.getBoolean("fresh")) {
            return new Claimed(State.ANSWERED, kept);
        }
        return new Claimed(row.getBoolean("counted") ? State.COUNTED : State.LEASED, kept);
    }

    void settle(String key, String owner, StoredAnswer answer) {
        byte[] hash = KeyHash.of(key);
        Object[] parameters = {
            hash,
            key.getBytes(UTF_8),
            answer.json().isPresent(),
            JdbcAnswers.body(answer),
            SqlTime.of(answer.receivedAt()),
            hash,
            owner
        };
        database.run(session -> session.update(SETTLE, parameters));
    }
}

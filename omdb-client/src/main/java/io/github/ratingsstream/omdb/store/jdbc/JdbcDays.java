package io.github.ratingsstream.omdb.store.jdbc;

import io.github.ratingsstream.omdb.store.DayUse;
import io.github.ratingsstream.omdb.store.OmdbStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The days' counts in a database. */
final class JdbcDays {

    private final SqlDatabase database;
    private final String insertCall;
    private final String insertMark;

    JdbcDays(SqlDatabase database) {
        this.database = database;
        String unlessThere = database.dialect().unlessThere();
        this.insertCall = "insert into omdb_day (utc_day, calls) values (?, 1)" + unlessThere;
        this.insertMark =
                "insert into omdb_day (utc_day, calls, spent_since, pause_since) values (?, 0, ?, ?)" + unlessThere;
    }

    boolean takeCall(LocalDate utcDay, long limit) {
        if (limit <= 0) {
            return false;
        }
        String update = "update omdb_day set calls = calls + 1 where utc_day = ? and calls < ?";
        return database.updateOrInsert(
                session -> session.update(update, utcDay, limit), session -> session.insert(insertCall, utcDay));
    }

    DayUse day(LocalDate utcDay) {
        String sql = "select calls, spent_since from omdb_day where utc_day = ?";
        return database.run(session -> session.first(JdbcDays::use, sql, utcDay))
                .orElse(DayUse.of(0));
    }

    private static DayUse use(ResultSet row) throws SQLException {
        DayUse use = DayUse.of(row.getLong("calls"));
        OffsetDateTime spentSince = row.getObject("spent_since", OffsetDateTime.class);
        return spentSince == null ? use : use.withSpentSince(spentSince.toInstant());
    }

    void markSpent(LocalDate utcDay, Instant now) {
        OffsetDateTime at = SqlTime.of(now);
        OffsetDateTime tolerable = SqlTime.of(now.plus(OmdbStore.CLOCK_TOLERANCE));
        String update = "update omdb_day set spent_since = coalesce(spent_since, ?), pause_since = "
                + "case when pause_since > ? and pause_since <= ? then pause_since else ? end where utc_day = ?";
        database.updateOrInsert(
                session -> session.update(update, at, at, tolerable, at, utcDay),
                session -> session.insert(insertMark, utcDay, at, at));
    }

    void clearSpent(LocalDate utcDay) {
        String sql = "update omdb_day set spent_since = null, pause_since = null where utc_day = ?";
        database.run(session -> session.update(sql, utcDay));
    }

    boolean takeProbe(LocalDate utcDay, Instant now, Duration pause) {
        OffsetDateTime due = SqlTime.of(now.minus(pause));
        OffsetDateTime tolerable = SqlTime.of(now.plus(OmdbStore.CLOCK_TOLERANCE));
        String sql =
                "update omdb_day set pause_since = ? " + "where utc_day = ? and (pause_since <= ? or pause_since > ?)";
        return database.run(session -> session.update(sql, SqlTime.of(now), utcDay, due, tolerable) > 0);
    }

    void prune(Instant olderThan) {
        LocalDate day = LocalDate.ofInstant(olderThan, ZoneOffset.UTC);
        database.run(session -> session.update("delete from omdb_day where utc_day < ?", day));
    }
}

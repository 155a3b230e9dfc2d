package io.github.ratingsstream.omdb.kit;

import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The stores there are, each with a database of its own for a test. */
public enum StoreKind {
    MEMORY,
    H2,
    POSTGRESQL;

    public static final String PASSWORD = "pass-4711-word";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** Empty; in that folder, where it needs one. */
    public DataSource database(Path folder) {
        return this == POSTGRESQL ? postgres(Postgres.SERVER.getPort()) : h2(folder);
    }

    /** What keeps its data here is opened again with the same. */
    public OmdbStore open(DataSource database) {
        return this == MEMORY ? OmdbStore.inMemory() : JdbcStore.open(database);
    }

    public static JdbcDataSource h2(Path folder) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + folder.resolve("films"));
        database.setUser("sa");
        database.setPassword(PASSWORD);
        return database;
    }

    /** A schema of its own on the one server of this JVM, reached by a port that leads there. */
    public static PGSimpleDataSource postgres(int port) {
        String schema = "films" + SCHEMAS.incrementAndGet();
        try {
            execute(Postgres.SERVER.getPostgresDatabase(), "create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setPortNumbers(new int[] {port});
        database.setUser("postgres");
        database.setPassword(PASSWORD);
        database.setCurrentSchema(schema);
        return database;
    }

    public static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static int postgresPort() {
        return Postgres.SERVER.getPort();
    }

    /** Started when first needed; it stops with the JVM. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(10))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

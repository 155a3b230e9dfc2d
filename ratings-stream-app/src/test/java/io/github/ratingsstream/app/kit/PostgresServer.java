package io.github.ratingsstream.app.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL that asks for a password. */
public final class PostgresServer {

    public static final String USER = "films";
    public static final String PASSWORD = "hunter-4711-two";

    private static PostgresServer shared;

    private final Path data;
    private final EmbeddedPostgres server;

    private PostgresServer(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** The one server of this JVM's tests. It starts when it is first needed, and stops with the JVM. */
    public static synchronized PostgresServer shared() throws IOException, SQLException {
        if (shared == null) {
            shared = start(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres"));
        }
        return shared;
    }

    private static PostgresServer start(Path data) throws IOException, SQLException {
        PostgresServer started = new PostgresServer(
                data,
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setPGStartupWait(Duration.ofMinutes(10))
                        .start());
        started.execute("create user " + USER + " password '" + PASSWORD + "'");
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        started.execute("select pg_reload_conf()");
        return started;
    }

    /** The address of a new, empty database. */
    public String database(String name) throws SQLException {
        execute("create database " + name + " owner " + USER);
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    /** Cuts off who uses the database, and lets nobody in again. */
    public void shut(String name) throws SQLException {
        execute("alter database " + name + " allow_connections false");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /** Where it keeps its data, and its log. */
    public Path folder() {
        return data;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For .pgpass. */
    public static String passwordLine() {
        return "127.0.0.1:*:*:" + USER + ":" + PASSWORD + "\n";
    }
}

package io.github.ratingsstream.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL that asks for a password. */
final class PostgresServer implements AutoCloseable {

    static final String USER = "films";
    static final String PASSWORD = "hunter-4711-two";

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** With its data in a folder below that one. */
    static PostgresServer start(Path folder) throws IOException, SQLException {
        Path data = folder.resolve("postgres");
        PostgresServer started = new PostgresServer(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .start());
        started.execute("create user " + USER + " password '" + PASSWORD + "'");
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        started.execute("select pg_reload_conf()");
        return started;
    }

    /** The address of a new, empty database. */
    String database(String name) throws SQLException {
        execute("create database " + name + " owner " + USER);
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For .pgpass. */
    static String passwordLine() {
        return "127.0.0.1:*:*:" + USER + ":" + PASSWORD + "\n";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package io.github.ratingsstream.omdb.internal.lookup;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.internal.async.Errors;
import io.github.ratingsstream.omdb.kit.PooledDataSource;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.kit.StoreKind;
import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that shares its store with others: says that it is ready, waits for a word, and tells what each title came to. */
final class StoreUser {

    static final int TITLES = 300;
    /** Of no day that turns while the test runs. */
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private StoreUser() {}

    /** Takes the simulator's address, the database's port and schema, and the daily limit. */
    public static void main(String[] args) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setPortNumbers(new int[] {Integer.parseInt(args[1])});
        database.setUser("postgres");
        database.setPassword(StoreKind.PASSWORD);
        database.setCurrentSchema(args[2]);
        try (PooledDataSource pool = new PooledDataSource(database::getConnection);
                JdbcStore store = JdbcStore.open(pool.dataSource());
                OmdbClient omdb = OmdbClient.builder()
                        .apiKey(SimulatorExtension.KEY)
                        .baseUrl(URI.create(args[0]))
                        .timeout(Duration.ofMinutes(5))
                        .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                        .dailyLimit(Long.parseLong(args[3]))
                        .store(store)
                        .build()) {
            System.out.println("ready");
            System.in.read();
            List<CompletableFuture<Void>> lookups = IntStream.range(0, TITLES)
                    .mapToObj(i -> omdb.async()
                            .byTitle("Inception " + i)
                            .handle(StoreUser::outcome)
                            .thenAccept(System.out::println))
                    .toList();
            lookups.forEach(CompletableFuture::join);
        }
    }

    private static String outcome(OmdbAnswer<OmdbTitle> answer, Throwable error) {
        if (error == null) {
            return "outcome: answered " + answer.calls();
        }
        OmdbException failure = (OmdbException) Errors.unwrapped(error);
        return "outcome: " + failure.reason() + " " + failure.calls();
    }
}

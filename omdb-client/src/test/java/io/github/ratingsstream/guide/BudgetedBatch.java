package io.github.ratingsstream.guide;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.StoreException;
import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;

public class BudgetedBatch {

    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.out.println("arguments: a file with one title a line, a directory for the store, the calls a day");
            return;
        }
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        Set<String> forTomorrow = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:async:" + Path.of(args[1], "omdb").toAbsolutePath() + ";TRACE_LEVEL_FILE=0");

        try (OmdbStore store = JdbcStore.open(database);
                OmdbClient omdb = OmdbClient.builder()
                        .apiKeyFromEnv()
                        .store(store)
                        .dailyLimit(Long.parseLong(args[2]))
                        .cacheTtl(Duration.ofDays(30))
                        .missTtl(Duration.ofDays(30))
                        .build()) {
            lines.forEach(line -> threads.execute(() -> System.out.println(lookUp(omdb, line, forTomorrow))));
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.DAYS);

            OmdbBudget budget = omdb.budget();
            System.out.println("calls used today: " + budget.used());
            budget.left().ifPresent(left -> System.out.println("calls left today: " + left));
            lines.stream().filter(forTomorrow::contains).forEach(line -> System.out.println("for tomorrow: " + line));
        } catch (OmdbException | StoreException e) {
            System.out.println("not started: " + e.getMessage());
        }
    }

    private static String lookUp(OmdbClient omdb, String line, Set<String> forTomorrow) {
        Optional<TitleRequest> request = TitleRequest.parse(line);
        if (request.isEmpty()) {
            return line + ": not a title";
        }
        try {
            return omdb.lookUp(request.get())
                    .value()
                    .map(film ->
                            line + ": " + film.imdbRating().map(String::valueOf).orElse("not rated"))
                    .orElse(line + ": OMDb does not have it");
        } catch (OmdbException e) {
            if (e.retryable()) {
                forTomorrow.add(line);
            }
            return line + ": " + e.reason() + ", " + e.getMessage();
        }
    }
}

package io.github.ratingsstream.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.store.StoredAnswer;
import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The guide's shared store, on a real PostgreSQL. */
class GuideStoreTest {

    @Test
    void storeIsOpenedAndPruned() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(10))
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            String user = "postgres";
            String password = "any";
            // begin postgresql
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setURL(url);
            database.setUser(user);
            database.setPassword(password);
            database.setConnectTimeout(5);
            database.setLoginTimeout(5);
            JdbcStore store = JdbcStore.open(database);
            // end postgresql
            store.keep("t=dune", StoredAnswer.missed("Movie not found!", Instant.EPOCH));
            store.keep("t=alien", StoredAnswer.missed("Movie not found!", Instant.now()));
            // begin prune
            long deleted = store.prune(Instant.now().minus(Duration.ofDays(60)));
            // end prune
            assertThat(deleted).isOne();
            assertThat(store.find("t=alien")).isPresent();
            store.close();
        }
    }
}

package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.Rating;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.kit.SimulatorExtension;
import io.github.ratingsstream.omdb.request.PlotLength;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.request.TitleType;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import io.github.ratingsstream.omdb.store.OmdbStore;
import io.github.ratingsstream.omdb.store.jdbc.JdbcStore;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** The examples of the Javadoc are these. */
class JavadocTest {

    @RegisterExtension
    final SimulatorExtension omdbServer = new SimulatorExtension();

    @Test
    void requestsAreAskedAsTheySay() {
        OmdbClient omdb = omdbServer.client();
        // begin title request
        omdb.lookUp(TitleRequest.byTitle("Dune", 2021).withType(TitleType.MOVIE).withPlot(PlotLength.FULL));
        // end title request
        // begin search request
        omdb.lookUp(SearchRequest.of("dune").withType(TitleType.GAME).withPage(2));
        // end search request
        // begin search results
        SearchResults results = omdb.searchAll("dune").maxPages(3);
        for (SearchResult result : results) {
            System.out.println(result.title());
        }
        System.out.println(results.calls() + " calls");
        // end search results
        assertThat(omdbServer.simulator().queries())
                .containsExactly("t=Dune&y=2021&type=movie&plot=full", "s=dune&type=game&page=2", "s=dune");
    }

    @Test
    void titleIsReadByTypeOrAsText() {
        OmdbTitle title = omdbServer.client().byTitle("Inception").value().orElseThrow();
        // begin title
        title.rating(Rating.ROTTEN_TOMATOES).flatMap(Rating::percent).ifPresent(percent -> System.out.println(percent));
        title.runtime().map(Duration::toMinutes);
        title.text("BoxOffice"); // any field as OMDb writes it
        // end title
        assertThat(title.runtime()).isEmpty();
    }

    @Test
    void simulatorAnswersItsTitles() {
        // begin simulator in a test
        try (OmdbSimulator simulator = OmdbSimulator.builder()
                        .title(SimulatedTitle.id("tt1375666")
                                .title("Inception")
                                .year("2010")
                                .rating("8.8"))
                        .start();
                OmdbClient omdb = OmdbClient.builder()
                        .apiKey("test-key")
                        .baseUrl(simulator.url())
                        .build()) {
            omdb.byTitle("Inception");
            simulator.failNext(Fault.page(503));
        }
        // end simulator in a test
    }

    /** Compiled only, as the next ones are: they want a key, OMDb itself, or a database's host. */
    static void fromEnv() {
        // begin client from the environment
        try (OmdbClient omdb = OmdbClient.fromEnv()) {
            omdb.byTitle("Amélie")
                    .value()
                    .flatMap(OmdbTitle::imdbRating)
                    .ifPresent(rating -> System.out.println(rating));
        }
        // end client from the environment
    }

    static OmdbClient builder() {
        // begin builder
        OmdbClient omdb = OmdbClient.builder().apiKeyFromEnv().dailyLimit(1_000).build();
        // end builder
        return omdb;
    }

    static void store(String user, String password) {
        // begin shared store
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL("jdbc:postgresql://db.example.org/films?connectTimeout=5&loginTimeout=5");
        database.setUser(user);
        database.setPassword(password);
        try (OmdbStore store = JdbcStore.open(database)) {
            System.out.println(store.day(LocalDate.now(ZoneOffset.UTC)));
        }
        // end shared store
    }
}

package io.github.ratingsstream.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import io.github.ratingsstream.omdb.SearchResults;
import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.monitor.AttemptEvent;
import io.github.ratingsstream.omdb.monitor.OmdbBudget;
import io.github.ratingsstream.omdb.monitor.OmdbListener;
import io.github.ratingsstream.omdb.request.EpisodeRequest;
import io.github.ratingsstream.omdb.request.LookupOptions;
import io.github.ratingsstream.omdb.request.PlotLength;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.SeasonRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import io.github.ratingsstream.omdb.request.TitleType;
import io.github.ratingsstream.omdb.simulator.Fault;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The guide's shorter pieces of code are these. */
class GuideTest {

    private final OmdbSimulator simulator = OmdbSimulator.builder()
            .title(SimulatedTitle.id("tt1160419").title("Dune").year("2021").rating("8.0"))
            .title(SimulatedTitle.id("tt1375666")
                    .title("Inception")
                    .year("2010")
                    .rating("8.8"))
            .title(SimulatedTitle.id("tt0944947")
                    .title("Game of Thrones")
                    .year("2011–2019")
                    .rating("9.2")
                    .series())
            .title(SimulatedTitle.id("tt1480055")
                    .title("Winter Is Coming")
                    .episodeOf("tt0944947")
                    .season(1)
                    .episode(1))
            .start();

    private final OmdbClient omdb = settings().build();

    @AfterEach
    void stop() {
        omdb.close();
        simulator.close();
    }

    private OmdbClientBuilder settings() {
        return OmdbClient.builder().apiKey("test-key").baseUrl(simulator.url());
    }

    @Test
    void eachRequestIsOneCall() {
        // begin requests
        omdb.byTitle("Dune");
        omdb.byTitle("Dune", 2021);
        omdb.byId("tt1160419");
        omdb.lookUp(TitleRequest.byTitle("Dune", 2021).withType(TitleType.MOVIE).withPlot(PlotLength.FULL));
        omdb.search("dune");
        omdb.lookUp(SearchRequest.of("dune").withType(TitleType.MOVIE).withYear(2021));
        omdb.season("tt0944947", 1);
        omdb.lookUp(SeasonRequest.byTitle("Game of Thrones", 1));
        omdb.episode("tt0944947", 1, 1);
        omdb.lookUp(EpisodeRequest.byTitle("Game of Thrones", 1, 1).withPlot(PlotLength.FULL));
        // end requests
        assertThat(simulator.queries())
                .containsExactly(
                        "t=Dune",
                        "t=Dune&y=2021",
                        "i=tt1160419",
                        "t=Dune&y=2021&type=movie&plot=full",
                        "s=dune",
                        "s=dune&y=2021&type=movie",
                        "i=tt0944947&Season=1",
                        "t=Game of Thrones&Season=1",
                        "i=tt0944947&Season=1&Episode=1",
                        "t=Game of Thrones&plot=full&Season=1&Episode=1");
    }

    @Test
    void lookupHasSettingsOfItsOwn() {
        // begin options
        LookupOptions quick =
                LookupOptions.defaults().timeout(Duration.ofSeconds(2)).noStale();
        OmdbAnswer<OmdbTitle> soon = omdb.lookUp(TitleRequest.byId("tt1160419"), quick);
        // end options
        // begin where from
        OmdbAnswer<OmdbTitle> now = omdb.lookUp(
                TitleRequest.byId("tt1160419"), LookupOptions.defaults().refresh());
        OmdbAnswer<OmdbTitle> free = omdb.lookUp(
                TitleRequest.byId("tt1160419"), LookupOptions.defaults().cacheOnly());
        // end where from
        assertThat(List.of(soon.calls(), now.calls(), free.calls())).containsExactly(1, 1, 0);
    }

    @Test
    void searchGoesOverItsPages() {
        // begin all pages
        SearchResults results = omdb.searchAll("dune").maxPages(3);
        for (SearchResult result : results) {
            System.out.println(result.title() + " " + result.imdbId().orElse("?"));
        }
        System.out.println("calls: " + results.calls());
        results.totalResults().ifPresent(total -> System.out.println("OMDb has " + total));
        // end all pages
        assertThat(results.calls()).isOne();
        assertThat(results.totalResults()).hasValue(1L);
    }

    @Test
    void futuresAreTheSameLookups() {
        // begin futures
        List<CompletableFuture<OmdbAnswer<OmdbTitle>>> asked =
                Stream.of("Dune", "Inception").map(omdb.async()::byTitle).toList();
        asked.forEach(future -> System.out.println(future.join()));
        // end futures
        assertThat(asked).allMatch(future -> future.join().value().isPresent());
    }

    @Test
    void budgetIsReadAtAnyTime() {
        omdb.byTitle("Dune");
        // begin budget
        OmdbBudget budget = omdb.budget();
        System.out.println("calls used today: " + budget.used());
        budget.left().ifPresent(left -> System.out.println("left: " + left));
        budget.spentSince().ifPresent(since -> System.out.println("OMDb answers no more since " + since));
        // end budget
        assertThat(budget.used()).isOne();
        assertThat(budget.left()).isEmpty();
        assertThat(budget.spentSince()).isEmpty();
    }

    @Test
    void listenerHearsOfFailedAttempts() {
        // begin listener
        LongAdder failed = new LongAdder();
        OmdbListener listener = new OmdbListener() {
            @Override
            public void attempted(AttemptEvent event) {
                event.failure().ifPresent(reason -> failed.increment());
            }
        };
        // end listener
        simulator.failNext(Fault.page(503));
        try (OmdbClient heard = settings().listener(listener).build()) {
            heard.byTitle("Dune");
        }
        assertThat(failed.sum()).isOne();
    }

    @Test
    void simulatorFailsAsItIsTold() {
        // begin faults
        simulator.failNext(Fault.page(503), Fault.reset());
        simulator.failWhen(request ->
                request.query().contains("Dune") ? Optional.of(Fault.body(200, "not JSON")) : Optional.empty());
        // end faults
        assertThat(omdb.byTitle("Inception").calls()).isEqualTo(3);
        assertThatThrownBy(() -> omdb.byTitle("Dune"))
                .isInstanceOfSatisfying(
                        OmdbException.class, error -> assertEquals(OmdbException.Reason.MALFORMED, error.reason()));
    }

    @Test
    void clockMovesToTheNextDay() {
        // begin clock
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        // end clock
        try (OmdbClient dated = settings().dailyLimit(1).clock(clock).build()) {
            dated.byTitle("Dune");
            assertEquals(0, dated.budget().left().orElseThrow());
            now.set(Instant.parse("2026-11-24T10:00:01Z"));
            assertEquals(1, dated.byTitle("Dune").calls());
        }
    }
}

package io.github.ratingsstream.omdb.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.request.EpisodeRequest;
import io.github.ratingsstream.omdb.request.RequestKey;
import io.github.ratingsstream.omdb.request.SearchRequest;
import io.github.ratingsstream.omdb.request.SeasonRequest;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a test of a user's, or a source of ratings of one's own, can make without OMDb. */
class HandMadeTest {

    @Test
    void failureSaysWhatItIsTold() {
        OmdbException failure = new OmdbException(Reason.UNAVAILABLE, true, "down");
        OmdbException told = failure.withCalls(3).withRetryAfter(Duration.ofSeconds(7));

        assertThat(failure.calls()).isZero();
        assertThat(failure.wasSent()).isTrue();
        assertThat(failure.retryAfter()).isEmpty();
        assertThat(told).hasMessage("down");
        assertThat(told.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(told.retryable()).isTrue();
        assertThat(told.calls()).isEqualTo(3);
        assertThat(told.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(told.unsent().wasSent()).isFalse();
        assertThat(told.unsent().calls()).isEqualTo(3);
    }

    @Test
    void answerSaysWhatItCostAndWhenItCame() {
        OmdbAnswer<OmdbTitle> dune = OmdbAnswer.found(OmdbTitle.of(Map.of("Title", "Dune")));

        OmdbAnswer<OmdbTitle> told = dune.received("{}", Instant.EPOCH).withCalls(2);

        assertThat(told.value()).isEqualTo(dune.value());
        assertThat(told.json()).contains("{}");
        assertThat(told.receivedAt()).isEqualTo(Instant.EPOCH);
        assertThat(told.calls()).isEqualTo(2);
        assertThat(OmdbAnswer.missed("no").received("{}", Instant.EPOCH).json()).isEmpty();
    }

    @Test
    void pageHasItsRows() {
        SearchResult row = SearchResult.of(Map.of("Title", "Dune", "Year", "2021", "imdbID", "tt1160419"));
        SearchPage page = SearchPage.of(Map.of("totalResults", "14"), List.of(row));

        assertThat(page.totalResults()).hasValue(14L);
        assertThat(page.results()).containsExactly(row);
        assertThat(SearchPage.of(Map.of(), List.of()).totalResults()).isEmpty();
    }

    @Test
    void seasonHasItsEpisodes() {
        SeasonEpisode second = SeasonEpisode.of(Map.of("Title", "Low Tide", "Episode", "2"));
        Season season = Season.of(Map.of("Title", "Harbour Lights", "Season", "1"), List.of(second));

        assertThat(season.season()).hasValue(1);
        assertThat(season.episode(2)).contains(second);
        assertThat(season.episode(1)).isEmpty();
    }

    @Test
    void requestTellsItsParametersAndItsKey() {
        TitleRequest request = TitleRequest.byTitle("Dune & Co", 2021);
        Map<String, String> parameters = new LinkedHashMap<>();
        request.parameters(parameters::put);

        assertThat(parameters).containsExactly(Map.entry("t", "Dune & Co"), Map.entry("y", "2021"));
        assertThat(request.key()).isEqualTo(new RequestKey(TitleRequest.class, "t=dune %26 co&y=2021"));
        assertThat(request.answers()).isEqualTo(OmdbTitle.class);
        assertThat(EpisodeRequest.byTitle("Dune", 1, 1).answers()).isEqualTo(OmdbTitle.class);
        assertThat(SearchRequest.of("dune").answers()).isEqualTo(SearchPage.class);
        assertThat(SeasonRequest.byTitle("Dune", 1).answers()).isEqualTo(Season.class);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        OmdbException failure = new OmdbException(Reason.UNKNOWN, false, "no");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> failure.withCalls(-1))
                .withMessage("calls must be 0 or more: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> failure.withRetryAfter(Duration.ofSeconds(-1)))
                .withMessage("retryAfter must be 0 or more: PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OmdbAnswer.missed("no").withCalls(-1))
                .withMessage("calls must be 0 or more: -1");
        assertThatNullPointerException().isThrownBy(() -> new RequestKey(TitleRequest.class, null));
    }
}

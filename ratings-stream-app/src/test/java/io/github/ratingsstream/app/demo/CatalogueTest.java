package io.github.ratingsstream.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void embeddedOmdbKnowsItsTitles() {
        try (EmbeddedOmdb offline = new EmbeddedOmdb();
                OmdbClient omdb = OmdbClient.builder()
                        .apiKey(EmbeddedOmdb.KEY)
                        .baseUrl(offline.url())
                        .build()) {
            OmdbTitle title = omdb.byTitle("inception").value().orElseThrow();

            assertThat(title.imdbId()).hasValue("tt1375666");
            assertThat(title.imdbRating()).hasValue(8.8);
            assertThat(title.imdbVotes()).hasValue(2_757_709L);
            assertThat(title.text("Director")).hasValue("Christopher Nolan");
            assertThat(omdb.byTitle("Dune", 1984).value().orElseThrow().imdbRating())
                    .hasValue(6.3);
        }
    }

    @Test
    void titleItDoesNotHaveIsAMissThatSaysWhose() {
        try (EmbeddedOmdb offline = new EmbeddedOmdb();
                OmdbClient omdb = OmdbClient.builder()
                        .apiKey(EmbeddedOmdb.KEY)
                        .baseUrl(offline.url())
                        .build()) {
            assertThat(omdb.byTitle("Alien").miss()).hasValue("not one of --offline's 415 titles, so not found!");
            assertThat(omdb.byId("tt0078748").value()).isEmpty();
            assertThat(offline.whatItKnows()).matches("415 titles, such as ([^,]+, ){4}[^,]+");
        }
    }

    @Test
    void demoShowsTitlesFoundMissedAndNeverAsked() {
        List<String> titles = Catalogue.lines("demo-titles.txt");

        assertThat(titles).hasSizeBetween(30, 60).contains("", "undefined", "No Such Film", "tt0133093", "Dune (1984)");
        assertThat(titles.stream().map(TitleRequest::parse).flatMap(Optional::stream))
                .hasSizeGreaterThan(30);
    }
}

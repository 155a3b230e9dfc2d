package io.github.ratingsstream.omdb.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A title as a whole: its lists, its ratings, what is missing. */
class OmdbTitleTest {

    @Test
    void commasInBracketsDivideNothing() {
        String writers = "James Gunn, Jim Starlin (created by: Drax,  Gamora & Thanos), Dan Abnett (comics by)";

        assertThat(title("Writer", writers).writers())
                .containsExactly(
                        "James Gunn", "Jim Starlin (created by: Drax,  Gamora & Thanos)", "Dan Abnett (comics by)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A (x, B, C", "A x), B, C", "A )x(, B, C"})
    void bracketThatIsNotClosedSwallowsNothing(String writers) {
        assertThat(title("Writer", writers).writers()).hasSize(3).endsWith("B", "C");
    }

    @Test
    void listItemsAreTrimmedAndEmptyOnesLeftOut() {
        assertThat(title("Language", "English, American Sign ").languages())
                .containsExactly("English", "American Sign");
        assertThat(title("Genre", " , Drama,,").genres()).containsExactly("Drama");
        assertThat(title("Country", "N/A").countries()).isEmpty();
    }

    @Test
    void ratingsAreLookedUpBySourceAndUnknownSourcesKept() {
        OmdbTitle title = OmdbTitle.of(
                Map.of("Title", "T"),
                List.of(
                        Rating.of("Letterboxd", "4.1/5"),
                        Rating.of(Rating.METACRITIC, "76/100"),
                        Rating.of("X", "good")));

        assertThat(title.rating(Rating.METACRITIC).orElseThrow().score()).hasValue(76.0);
        assertThat(title.rating("Letterboxd").orElseThrow().percent()).hasValue(82.0);
        assertThat(title.rating("X").orElseThrow().percent()).isEmpty();
        assertThat(title.rating("X").orElseThrow().text()).isEqualTo("good");
        assertThat(title.rating(Rating.IMDB)).isEmpty();
        assertThat(title.ratings()).extracting(Rating::source).containsExactly("Letterboxd", "Metacritic", "X");
    }

    @ParameterizedTest
    @CsvSource({"8.1/10,8.1,10,81", "91%,91,100,91", "76/100,76,100,76", "0%,0,100,0", "10/10,10,10,100"})
    void ratingHasItsOwnScaleAndPercent(String text, double score, double scale, double percent) {
        Rating rating = Rating.of("any", text);

        assertThat(rating.score()).hasValue(score);
        assertThat(rating.scale()).hasValue(scale);
        assertThat(rating.percent()).hasValue(percent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"101%", "11/10", "0/0", "8.1", "N/A", "", "8.1/", "%", "8,1/10", "-1/10", "1e3/1000"})
    void ratingThatCannotBeReadIsAbsentAndItsTextStays(String text) {
        Rating rating = Rating.of("any", text);

        assertThat(rating.score()).isEmpty();
        assertThat(rating.scale()).isEmpty();
        assertThat(rating.percent()).isEmpty();
        assertThat(rating.text()).isEqualTo(text);
    }

    @Test
    void missingFieldsAreAbsent() {
        OmdbTitle title = OmdbTitle.of(Map.of("Title", "Old"));

        assertThat(title.imdbRating()).isEmpty();
        assertThat(title.year()).isEmpty();
        assertThat(title.type()).isEmpty();
        assertThat(title.ratings()).isEmpty();
        assertThat(title.actors()).isEmpty();
        assertThat(title).hasToString("Old (?, ?, rated N/A)");
    }

    @Test
    void fieldsKeepNotAvailableAndTextDoesNot() {
        OmdbTitle title = title("Plot", "N/A");

        assertThat(title.fields()).containsEntry("Plot", "N/A");
        assertThat(title.text("Plot")).isEmpty();
        assertThatThrownBy(() -> title.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void titleIsRequired() {
        assertThatThrownBy(() -> OmdbTitle.of(Map.of())).hasMessage("fields must have a Title");
    }

    @Test
    void laterChangesOfTheMapDoNotReachTheTitle() {
        Map<String, String> fields = new HashMap<>(Map.of("Title", "T"));
        OmdbTitle title = OmdbTitle.of(fields);
        fields.put("Title", "changed");

        assertThat(title.title()).isEqualTo("T");
    }

    @Test
    void equalityIsOfFieldsAndRatingsNotOfTheirOrder() {
        OmdbTitle one = OmdbTitle.of(Map.of("Title", "T", "Year", "2008", "Type", "movie"));
        OmdbTitle same = OmdbTitle.of(new TreeMap<>(one.fields()));

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(OmdbTitle.of(one.fields(), List.of(Rating.of("a", "1%"))));
        assertThat(one).isNotEqualTo(title("Year", "2008"));
    }

    private static OmdbTitle title(String field, String value) {
        return OmdbTitle.of(Map.of("Title", "T", field, value));
    }
}

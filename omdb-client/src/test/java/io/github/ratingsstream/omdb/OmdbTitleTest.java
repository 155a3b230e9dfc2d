package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OmdbTitleTest {

    @ParameterizedTest
    @CsvSource({"2008,2008", "2008–2013,2008", "2008–,2008"})
    void firstYearIsReadFromEveryFormOmdbHas(String year, int first) {
        assertThat(title("Year", year).firstYear()).hasValue(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,088,351|1088351", "59069|59069", "6|6"})
    void votesAreReadWithAndWithoutCommas(String votes, long number) {
        assertThat(title("imdbVotes", votes).imdbVotes()).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "", "many", "-1", "1,2", "99999999999999999999", "NaN", "1e9"})
    void whatCannotBeReadIsAbsent(String text) {
        assertThat(title("imdbVotes", text).imdbVotes()).isEmpty();
        assertThat(title("imdbRating", text).imdbRating()).isEmpty();
        assertThat(title("Year", text).firstYear()).isEmpty();
    }

    @Test
    void missingFieldsAreAbsent() {
        OmdbTitle title = OmdbTitle.of(Map.of("Title", "Old"));

        assertThat(title.imdbRating()).isEmpty();
        assertThat(title.year()).isEmpty();
        assertThat(title.type()).isEmpty();
        assertThat(title).hasToString("Old (?, ?, rated N/A)");
    }

    @Test
    void titleIsRequired() {
        assertThatThrownBy(() -> OmdbTitle.of(Map.of())).hasMessage("fields must have a Title");
    }

    @Test
    void javaSerialisationKeepsAll() throws Exception {
        OmdbTitle title = title("Plot", "p");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(title);

        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read).isEqualTo(title).hasSameHashCodeAs(title);
    }

    private static OmdbTitle title(String field, String value) {
        return OmdbTitle.of(Map.of("Title", "T", field, value));
    }
}

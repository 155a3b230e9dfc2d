package io.github.ratingsstream.omdb.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single values: years, numbers, times, dates and amounts in every form OMDb has. */
class TypedValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2008|2008|2008",
                "2008–2013|2013|2008–2013",
                "2008-2013|2013|2008–2013",
                "2008 – 2013|2013|2008–2013"
            })
    void yearsAreReadInEveryFormOmdbHas(String text, int last, String written) {
        OmdbYear year = title("Year", text).year().orElseThrow();

        assertThat(year.isOpen()).isFalse();
        assertThat(year.first()).isEqualTo(2008);
        assertThat(year.last()).hasValue(last);
        assertThat(year).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2008–", "2008-", "2008– "})
    void rangeWithoutAnEndIsOpen(String text) {
        OmdbYear year = title("Year", text).year().orElseThrow();

        assertThat(year.isOpen()).isTrue();
        assertThat(year.first()).isEqualTo(2008);
        assertThat(year.last()).isEmpty();
        assertThat(year).hasToString("2008–");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013–2008", "–2008", "208", "20080", "MMVIII", "2008/I", "2008––", "twenty"})
    void yearsThatCannotBeReadAreAbsentAndTheirTextStays(String text) {
        assertThat(title("Year", text).year()).isEmpty();
        assertThat(title("Year", text).text("Year")).hasValue(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,088,351|1088351", "59069|59069", "6|6", "0|0", "999,999,999,999,999|999999999999999"})
    void votesAreReadWithAndWithoutCommas(String votes, long number) {
        assertThat(title("imdbVotes", votes).imdbVotes()).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "1,2", "99999999999999999999", "NaN", "1e9", "11.0", "٣", "8,8"})
    void numbersThatCannotBeReadAreAbsent(String text) {
        assertThat(title("imdbRating", text).imdbRating()).isEmpty();
        assertThat(title("totalSeasons", "-" + text).totalSeasons()).isEmpty();
        assertThat(title("BoxOffice", text).boxOffice()).isEmpty();
        assertThat(title("Runtime", text).runtime()).isEmpty();
        assertThat(title("imdbRating", text).fields()).containsEntry("imdbRating", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "1,2", "99999999999999999999", "1,088,35", ",088"})
    void votesThatCannotBeReadAreAbsent(String text) {
        assertThat(title("imdbVotes", text).imdbVotes()).isEmpty();
    }

    @Test
    void metascoreIsOfAHundred() {
        assertThat(title("Metascore", "97").metascore()).hasValue(97);
        assertThat(title("Metascore", "101").metascore()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "142 min|142",
                "34S min|34",
                "1 min|1",
                "1,440 min|1440",
                "263 min|263",
                "1 h 50 min|110",
                "2 h 8 min|128",
                "2h 8min|128",
                "2h8m|128",
                "2 hrs 8 mins|128",
                "3 h|180",
                "1 hour 5 minutes|65"
            })
    void runtimesOfEveryAgeAreRead(String text, int minutes) {
        assertThat(title("Runtime", text).runtime()).hasValue(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"N/A", "min", "h min", "142", "S min", "34SS min", "-5 min", "142 min 3", "99999999999 min"})
    void runtimesThatCannotBeReadAreAbsent(String text) {
        assertThat(title("Runtime", text).runtime()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "de-DE", "ja-JP", "th-TH-u-ca-buddhist-nu-thai", "tr-TR", "ar-EG", "en-GB"})
    void datesAreEnglishWhateverTheLocale(String locale) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            assertThat(title("Released", "14 Oct 1994").released()).hasValue(LocalDate.of(1994, 10, 14));
            assertThat(title("Released", "01 Sep 2003").released()).hasValue(LocalDate.of(2003, 9, 1));
            assertThat(title("imdbVotes", "1,234").imdbVotes()).hasValue(1234L);
            assertThat(OmdbYear.parse("2008–2013").orElseThrow()).hasToString("2008–2013");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"1 Jan 2020,2020-01-01", "29 Feb 2024,2024-02-29", "1994-10-14,1994-10-14", "11 JUN 1969,1969-06-11"})
    void datesAreReadInBothFormsOmdbHas(String text, LocalDate date) {
        assertThat(title("Released", text).released()).hasValue(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N/A",
                "30 Feb 2024",
                "29 Feb 2023",
                "00 Jan 2020",
                "1 Foo 2020",
                "2020",
                "Oct 1994",
                "1994-13-01"
            })
    void datesThatCannotBeReadAreAbsent(String text) {
        assertThat(title("Released", text).released()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$47,326,473|47326473|USD",
                "£270,592,504|270592504|GBP",
                "$292.6M|292600000|USD",
                "$1.2B|1200000000|USD",
                "$7,500.50|7500|USD",
                "€5k|5000|EUR"
            })
    void boxOfficeIsAnAmountAndACurrency(String text, long amount, String currency) {
        Money money = title("BoxOffice", text).boxOffice().orElseThrow();

        assertThat(money.amount()).isEqualTo(amount);
        assertThat(money.currency().getCurrencyCode()).isEqualTo(currency);
        assertThat(money).hasToString(amount + " " + currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "47,326,473", "$1,2", "$999999999999999B", "kr 5"})
    void amountsThatCannotBeReadAreAbsent(String text) {
        assertThat(title("BoxOffice", text).boxOffice()).isEmpty();
    }

    private static OmdbTitle title(String field, String value) {
        return OmdbTitle.of(Map.of("Title", "T", field, value));
    }
}

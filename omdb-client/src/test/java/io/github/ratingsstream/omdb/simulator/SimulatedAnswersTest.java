package io.github.ratingsstream.omdb.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.ratingsstream.omdb.kit.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in's answers, letter by letter as OMDb writes them. */
class SimulatedAnswersTest {

    private final SimulatedAnswers answers = new SimulatedAnswers(new SimulatedCatalogue(Series.titles()), null);

    @Test
    void seasonHasOmdbsKeysInOmdbsOrder() {
        assertThat(answer("t=harbour lights&Season=1"))
                .isEqualTo("{'Title':'Harbour Lights','Season':'1','totalSeasons':'2','Episodes':["
                        + "{'Title':'Unaired Pilot','Released':'N/A','Episode':'0','imdbRating':'N/A','imdbID':'tt7100010'},"
                        + "{'Title':'First Light','Released':'2015-01-18','Episode':'1','imdbRating':'8.1','imdbID':'tt7100011'},"
                        + "{'Title':'Low Tide','Released':'2015-02-01','Episode':'3','imdbRating':'N/A','imdbID':'tt7100013'}"
                        + "],'Response':'True'}");
    }

    @Test
    void missTextTakesThePlaceOfOmdbs() {
        assertThatThrownBy(() -> OmdbSimulator.builder().missText("no such title"))
                .hasMessage("missText must end with not found!: no such title");
        SimulatedAnswers few = new SimulatedAnswers(new SimulatedCatalogue(List.of()), "Here not found!");

        assertThat(Stream.of(Map.of("t", "Dune"), Map.of("i", "tt0087182"), Map.of("s", "Dune"))
                        .map(few::answer))
                .allSatisfy(answer -> assertThat(answer.body()).contains("\"Error\":\"Here not found!\""));
    }

    @Test
    void searchHasOmdbsKeysInOmdbsOrder() {
        assertThat(answer("s=beacon&y=1952"))
                .isEqualTo("{'Search':[{'Title':'Beacon 2','Year':'1952','imdbID':'tt7200012','Type':'game',"
                        + "'Poster':'N/A'}],'totalResults':'1','Response':'True'}");
    }

    @Test
    void episodeHasOmdbsKeysInOmdbsOrder() {
        assertThat(keys("i=tt7100011"))
                .isEqualTo(
                        "Title Year Rated Released Season Episode Runtime Genre Director Writer Actors Plot Language "
                                + "Country Awards Poster Metascore imdbRating imdbVotes imdbID seriesID Type Response");
        assertThat(answer("i=tt7100011")).contains("'Poster':'N/A','Ratings':[{'Source':'Internet Movie Database'");
    }

    @Test
    void seriesHasOmdbsKeysInOmdbsOrder() {
        assertThat(keys("i=" + Series.ID))
                .isEqualTo(
                        "Title Year Rated Released Runtime Genre Director Writer Actors Plot Language Country Awards "
                                + "Poster Metascore imdbRating imdbVotes imdbID Type totalSeasons Response");
    }

    @Test
    void filmAndGameHaveOmdbsKeysInOmdbsOrder() {
        assertThat(keys("i=tt7100002"))
                .isEqualTo(
                        "Title Year Rated Released Runtime Genre Director Writer Actors Plot Language Country Awards "
                                + "Poster Metascore imdbRating imdbVotes imdbID Type DVD BoxOffice Production Website Response");
    }

    @Test
    void episodeWithoutItsSeasonIsIgnored() {
        assertThat(answer("t=Harbour Lights&type=series&Episode=1"))
                .isEqualTo(answer("t=Harbour Lights&type=series"))
                .contains("'Type':'series'");
    }

    @Test
    void namesOfParametersMayBeInLowerCase() {
        assertThat(answer("t=Harbour Lights&season=1&episode=3"))
                .isEqualTo(answer("i=tt7100013"))
                .contains("'Title':'Low Tide'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s=be|Too many results.",
                "s=nothing of the kind|Movie not found!",
                "s=nothing of the kind&type=series|Series not found!",
                "s=beacon&page=0|The offset specified in a OFFSET clause may not be negative.",
                "s=beacon&page=4|Movie not found!",
                "s=beacon&type=order|Incorrect syntax near the keyword 'order'.",
                "s=|Something went wrong.",
                "foo=bar|Something went wrong.",
                "t=|Incorrect IMDb ID.",
                "i=tt123|Incorrect IMDb ID.",
                "i=tt9999999|Error getting data.",
                "i=tt7100000&Season=9|Series or season not found!",
                "i=tt7100002&Season=1|Series or season not found!",
                "i=tt7100000&Season=1&Episode=2|Series or episode not found!",
                "t=Fog|Movie not found!"
            })
    void errorsHaveOmdbsWords(String query, String error) {
        assertThat(answers.answer(parameters(query)).body())
                .isEqualTo("{\"Response\":\"False\",\"Error\":\"" + error + "\"}");
    }

    private String answer(String query) {
        return answers.answer(parameters(query)).body().replace('"', '\'');
    }

    private String keys(String query) {
        JsonObject json = new Gson().fromJson(answers.answer(parameters(query)).body(), JsonObject.class);
        return json.entrySet().stream()
                .filter(field -> !field.getValue().isJsonArray())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : List.of(query.split("&"))) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return parameters;
    }
}

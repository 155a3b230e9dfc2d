package io.github.ratingsstream.omdb.internal.judge;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.OmdbRecord;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.Rating;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.answer.Season;
import io.github.ratingsstream.omdb.answer.SeasonEpisode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the value of an answer from OMDb's JSON, by the class the request asks for. */
final class AnswerValues {

    private static final String NOT_AVAILABLE = "N/A";

    private static final Map<Class<?>, Function<JsonRecord, OmdbRecord>> READERS = Map.of(
            OmdbTitle.class, AnswerValues::title,
            SearchPage.class, AnswerValues::page,
            Season.class, AnswerValues::season);

    private AnswerValues() {}

    /** Anything but what was asked for is {@link Reason#MALFORMED}. */
    static <T> T of(JsonRecord json, Class<T> wanted) {
        return wanted.cast(READERS.get(wanted).apply(json));
    }

    private static OmdbTitle title(JsonRecord json) {
        if (!json.fields().containsKey("Title")) {
            throw malformed("an answer without a title");
        }
        List<Rating> ratings = json.rows("Ratings").stream()
                .map(AnswerValues::rating)
                .flatMap(Optional::stream)
                .toList();
        return OmdbTitle.of(json.fields(), ratings);
    }

    private static SearchPage page(JsonRecord json) {
        if (!json.hasRows("Search")) {
            throw malformed("an answer without search results");
        }
        return SearchPage.of(
                json.fields(),
                json.rows("Search").stream().map(SearchResult::of).toList());
    }

    private static Season season(JsonRecord json) {
        if (!json.hasRows("Episodes")) {
            throw malformed("an answer without episodes");
        }
        return Season.of(
                json.fields(),
                json.rows("Episodes").stream().map(SeasonEpisode::of).toList());
    }

    /** Nothing if the source or the value is missing. */
    private static Optional<Rating> rating(Map<String, String> row) {
        return known(row, "Source").flatMap(source -> known(row, "Value").map(value -> Rating.of(source, value)));
    }

    private static Optional<String> known(Map<String, String> row, String field) {
        return Optional.ofNullable(row.get(field))
                .filter(value -> !value.isBlank() && !value.strip().equals(NOT_AVAILABLE));
    }

    private static OmdbException malformed(String message) {
        return new OmdbException(Reason.MALFORMED, false, message);
    }
}

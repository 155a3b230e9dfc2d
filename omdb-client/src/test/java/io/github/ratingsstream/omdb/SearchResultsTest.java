package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.request.SearchRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk over all pages of a search, against an OMDb that tells the truth about its count, or does not. */
class SearchResultsTest {

    private final List<Integer> asked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1,1", "9,1", "10,1", "11,2", "20,2", "137,14", "999,100", "1000,100", "1001,100", "5000,100"})
    void everyRowComesOnceAndNoCallIsWasted(int rows, int calls) {
        SearchResults results = all(page -> page(page, rows, String.valueOf(rows)));

        assertThat(titles(results)).isEqualTo(numbers(0, Math.min(rows, 1000)));
        assertThat(results.calls()).isEqualTo(calls);
        assertThat(asked).isEqualTo(IntStream.rangeClosed(1, calls).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "9,1", "10,2", "25,3", "30,4"})
    void withoutACountThePageThatIsNotFullIsTheLast(int rows, int calls) {
        SearchResults results = all(page -> page(page, rows, null));

        assertThat(titles(results)).isEqualTo(numbers(0, rows));
        assertThat(results.calls()).isEqualTo(calls);
        assertThat(results.totalResults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "many", "-5", "0", "3", "12", "99999999999", "1,000"})
    void wrongCountLosesNoRowAndMakesNoLoop(String total) {
        SearchResults results = all(page -> page(page, 25, total));

        assertThat(titles(results)).isEqualTo(numbers(0, 25));
        assertThat(results.calls()).isBetween(3, 4);
    }

    @Test
    void countThatShrinksOnTheWayLosesNoRow() {
        SearchResults results = all(page -> page(page, 35, page == 1 ? "35" : "20"));

        assertThat(titles(results)).isEqualTo(numbers(0, 35));
        assertThat(results.totalResults()).hasValue(35L);
    }

    @Test
    void countThatGrowsOnTheWayIsFollowed() {
        SearchResults results = all(page -> page(page, 35, page == 1 ? "20" : "35"));

        assertThat(titles(results)).isEqualTo(numbers(0, 35));
    }

    @Test
    void pageWithAHoleInTheMiddleIsNotTheLast() {
        SearchResults results = all(page -> page == 2 ? rows(10, 17, "30") : page(page, 30, "30"));

        assertThat(titles(results)).hasSize(27).endsWith("29");
    }

    @Test
    void emptyPageIsTheEndWhateverTheCountSays() {
        SearchResults results = all(page -> page <= 2 ? page(page, 20, "500") : rows(0, 0, "500"));

        assertThat(titles(results)).hasSize(20);
        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void serverThatDoesNotLookAtThePageLeadsNobodyRound() {
        SearchResults results = all(page -> rows(0, 10, "500"));

        assertThat(titles(results)).hasSize(10);
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void nothingFoundIsNoRowsForOneCall() {
        SearchResults results = all(page -> OmdbAnswer.missed("Movie not found!"));

        assertThat(results).isEmpty();
        assertThat(results.calls()).isEqualTo(1);
        assertThat(results).isEmpty();
        assertThat(asked).containsExactly(1);
    }

    @Test
    void pageIsAskedForWhenItsFirstRowIsWanted() {
        SearchResults results = all(page -> page(page, 30, "30"));
        Iterator<SearchResult> rows = results.iterator();
        assertThat(asked).isEmpty();

        for (int i = 0; i < 10; i++) {
            rows.next();
        }
        assertThat(asked).containsExactly(1);
        assertThat(rows.hasNext()).isTrue();
        assertThat(asked).containsExactly(1, 2);
        assertThat(results.nextPage()).isEqualTo(3);
        assertThat(results).hasToString("all of dune, next page 3, calls 2");
    }

    @Test
    void boundOfResultsAsksForNoPageMoreThanItNeeds() {
        SearchResults results = all(page -> page(page, 100, "100")).maxResults(20);

        assertThat(titles(results)).isEqualTo(numbers(0, 20));
        assertThat(asked).containsExactly(1, 2);
        assertThat(titles(results.maxResults(25))).isEqualTo(numbers(20, 25));
        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void boundOfPagesCountsFromTheFirstPageAsked() {
        SearchRequest third = SearchRequest.of("dune").withPage(3);
        SearchResults results = new SearchResults(third, request -> search(request, n -> page(n, 100, "100")));

        assertThat(titles(results.maxPages(2))).isEqualTo(numbers(20, 40));
        assertThat(asked).containsExactly(3, 4);
        assertThat(titles(all(page -> page(page, 100, "100")).maxPages(0))).isEmpty();
    }

    @Test
    void lastPageOmdbHasIsTheEndWhereverTheWalkBegins() {
        SearchRequest late = SearchRequest.of("dune").withPage(99);
        SearchResults results = new SearchResults(late, request -> search(request, n -> page(n, 9000, "9000")));

        assertThat(titles(results)).isEqualTo(numbers(980, 1000));
        assertThat(results.nextPage()).isEqualTo(101);
    }

    @Test
    void failureKeepsWhatWasGivenOutAndTheNextLoopGoesOnAtThatPage() {
        OmdbException down = new OmdbException(Reason.UNAVAILABLE, true, "down").withCalls(3);
        List<OmdbException> failures = new ArrayList<>(List.of(down, down));
        SearchResults results = all(page -> {
            if (page == 2 && !failures.isEmpty()) {
                throw failures.remove(0);
            }
            return page(page, 25, "25");
        });
        List<String> got = new ArrayList<>();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> results.forEach(row -> got.add(row.title())))
                    .isSameAs(down);
            assertThat(got).isEqualTo(numbers(0, 10));
            assertThat(results.nextPage()).isEqualTo(2);
        }
        results.forEach(row -> got.add(row.title()));

        assertThat(got).isEqualTo(numbers(0, 25));
        assertThat(results.calls()).isEqualTo(1 + 3 + 3 + 2);
    }

    @Test
    void streamIsLazyToo() {
        assertThat(all(page -> page(page, 100, "100")).stream()
                        .map(SearchResult::title)
                        .filter(title -> title.endsWith("3"))
                        .findFirst())
                .hasValue("3");
        assertThat(asked).containsExactly(1);
    }

    @Test
    void iteratorEndsAsIteratorsDo() {
        Iterator<SearchResult> rows = all(page -> page(page, 1, "1")).iterator();
        rows.next();

        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void boundsBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(page -> page(page, 1, "1")).maxPages(-1))
                .withMessage("maxPages must be 0 or more: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(page -> page(page, 1, "1")).maxResults(-1))
                .withMessage("maxResults must be 0 or more: -1");
    }

    private SearchResults all(IntFunction<OmdbAnswer<SearchPage>> omdb) {
        return new SearchResults(SearchRequest.of("dune"), request -> search(request, omdb));
    }

    private OmdbAnswer<SearchPage> search(SearchRequest request, IntFunction<OmdbAnswer<SearchPage>> omdb) {
        asked.add(request.page());
        return omdb.apply(request.page());
    }

    /** An honest page: ten rows, what is left, or a miss; the count is what it says. */
    private static OmdbAnswer<SearchPage> page(int page, int rows, String total) {
        int from = (page - 1) * 10;
        return from >= rows ? OmdbAnswer.missed("Movie not found!") : rows(from, Math.min(from + 10, rows), total);
    }

    private static OmdbAnswer<SearchPage> rows(int from, int to, String total) {
        List<SearchResult> rows = IntStream.range(from, to)
                .mapToObj(row -> SearchResult.of(Map.of("Title", String.valueOf(row))))
                .toList();
        return OmdbAnswer.found(SearchPage.of(total == null ? Map.of() : Map.of("totalResults", total), rows));
    }

    private static List<String> titles(SearchResults results) {
        return results.stream().map(SearchResult::title).toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }
}

package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.answer.OmdbAnswer;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.request.SearchRequest;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a search over all its pages. A page is fetched when its first row is wanted, not before.
 *
 * <pre>{@code
 * SearchResults results = omdb.searchAll("dune").maxPages(3);
 * for (SearchResult result : results) {
 *     System.out.println(result.title());
 * }
 * System.out.println(results.calls() + " calls");
 * }</pre>
 *
 * <p>You go through the rows once: a second loop, or a stream after a loop, continues where the first stopped. If a
 * page fails, its {@link OmdbException} ends the loop. The next loop asks for that page again and does not repeat rows
 * that you have seen. To continue in another process, start there with a request for {@link #nextPage}.
 *
 * <p>The rows end after the last page by OMDb's count of results, after an empty page or one that repeats the page
 * before, when OMDb says that there are no more, after page 100, or at the limits set here. OMDb's count can be wrong:
 * it is ignored if it is smaller than the number of rows already received. Without a count, the rows end after a page
 * that is not full. Not thread-safe.
 */
public final class SearchResults implements Iterable<SearchResult> {

    private static final int FULL_PAGE = 10;

    private final SearchRequest request;
    private final Function<SearchRequest, OmdbAnswer<SearchPage>> search;
    private int nextPage;
    private int maxPages = SearchRequest.LAST_PAGE;
    private long maxResults = Long.MAX_VALUE;
    private boolean ended;
    private int calls;
    private long delivered;
    private long total = -1;
    private @Nullable SearchPage page;
    private int row;

    SearchResults(SearchRequest request, Function<SearchRequest, OmdbAnswer<SearchPage>> search) {
        this.request = request;
        this.search = search;
        this.nextPage = request.page();
    }

    /**
     * Sets how many pages to ask for, from the first one on. 100 by default, which is all OMDb has.
     *
     * @param pages 0 or more
     * @return this
     * @throws IllegalArgumentException if negative
     */
    public SearchResults maxPages(int pages) {
        if (pages < 0) {
            throw new IllegalArgumentException("maxPages must be 0 or more: " + pages);
        }
        this.maxPages = pages;
        return this;
    }

    /**
     * Sets how many rows to return at most. No limit by default.
     *
     * @param results 0 or more
     * @return this
     * @throws IllegalArgumentException if negative
     */
    public SearchResults maxResults(long results) {
        if (results < 0) {
            throw new IllegalArgumentException("maxResults must be 0 or more: " + results);
        }
        this.maxResults = results;
        return this;
    }

    /**
     * How many calls this search has cost so far, retries and failures included.
     *
     * @return 0 or more
     */
    public int calls() {
        return calls;
    }

    /**
     * The page that would be asked for next.
     *
     * @return 1 to 101; 101 after the last page OMDb has
     */
    public int nextPage() {
        return nextPage;
    }

    /**
     * The number of results by OMDb's count; if that changes from page to page, the greatest so far.
     *
     * @return empty before the first page, or if OMDb does not say
     */
    public Optional<Long> totalResults() {
        return total < 0 ? Optional.empty() : Optional.of(total);
    }

    /**
     * The remaining rows. {@code hasNext} may make a call, and throws what a lookup throws.
     *
     * @return an iterator that continues where earlier ones stopped
     */
    @Override
    public Iterator<SearchResult> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return findRow();
            }

            @Override
            public SearchResult next() {
                return takeRow();
            }
        };
    }

    /**
     * The remaining rows. Each step may make a call, and throws what a lookup throws.
     *
     * @return a sequential stream that continues where earlier ones stopped
     */
    public Stream<SearchResult> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false);
    }

    private SearchResult takeRow() {
        if (!findRow()) {
            throw new NoSuchElementException("no more results");
        }
        delivered++;
        return rows().get(row++);
    }

    private boolean findRow() {
        if (delivered >= maxResults) {
            return false;
        }
        while (row == rows().size()) {
            if (ended || nextPage - request.page() >= maxPages || nextPage > SearchRequest.LAST_PAGE) {
                return false;
            }
            turnPage();
        }
        return true;
    }

    private List<SearchResult> rows() {
        return page == null ? List.of() : page.results();
    }

    private void turnPage() {
        OmdbAnswer<SearchPage> answer;
        try {
            answer = search.apply(request.withPage(nextPage));
        } catch (OmdbException failed) {
            calls += failed.calls();
            throw failed;
        }
        calls += answer.calls();
        SearchPage found = answer.value().orElse(null);
        if (found == null || found.results().isEmpty() || repeats(found)) {
            ended = true;
            return;
        }
        total = Math.max(total, found.totalResults().orElse(-1L));
        ended = isLast(found);
        page = found;
        row = 0;
        nextPage++;
    }

    /** A server, or a cache in between, that ignores the page number would keep the walk going for ever. */
    private boolean repeats(SearchPage found) {
        return page != null && page.results().equals(found.results());
    }

    private boolean isLast(SearchPage found) {
        long before = (long) (nextPage - 1) * FULL_PAGE;
        boolean believable = total >= before + found.results().size();
        return believable ? total <= before + FULL_PAGE : found.results().size() < FULL_PAGE;
    }

    /** The position in the results, without the rows. */
    @Override
    public String toString() {
        return "all of " + request.text() + ", next page " + nextPage + ", calls " + calls;
    }
}

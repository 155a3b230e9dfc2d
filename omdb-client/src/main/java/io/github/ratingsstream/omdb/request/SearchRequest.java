package io.github.ratingsstream.omdb.request;

import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.internal.text.TitleText;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of the titles that contain some words, ten a page.
 *
 * <pre>{@code
 * omdb.lookUp(SearchRequest.of("dune").withType(TitleType.GAME).withPage(2));
 * }</pre>
 *
 * <p>If nothing is found, the answer has no value. Words that are too short or too common end as
 * {@link io.github.ratingsstream.omdb.answer.OmdbException.Reason#BAD_REQUEST}. For all pages in turn, see
 * {@link io.github.ratingsstream.omdb.OmdbClient#searchAll(SearchRequest)}. Immutable and thread-safe.
 */
public final class SearchRequest extends OmdbRequest<SearchPage> {

    /** The last page OMDb gives of any search. */
    public static final int LAST_PAGE = 100;

    private final String text;
    private final @Nullable Integer year;
    private final @Nullable TitleType type;
    private final int page;

    private SearchRequest(String text, @Nullable Integer year, @Nullable TitleType type, int page) {
        this.text = text;
        this.year = year;
        this.type = type;
        this.page = page;
    }

    /**
     * Asks for the first page.
     *
     * @param text the words; normalised as {@link TitleRequest#parse} does
     * @return the request
     * @throws IllegalArgumentException if there is nothing to ask for, as {@link TitleRequest#byTitle(String)}
     */
    public static SearchRequest of(String text) {
        return new SearchRequest(TitleText.asked("text", text), null, null, 1);
    }

    /**
     * The same request, for titles of one year only; a series counts by its first year.
     *
     * @param wanted 1800 to 2099
     * @return a new request
     * @throws IllegalArgumentException if out of range
     */
    public SearchRequest withYear(int wanted) {
        return new SearchRequest(text, RequestNumbers.year(wanted), type, page);
    }

    /**
     * The same request, for one kind of title only.
     *
     * @param wanted the kind; without it films, series and games are mixed
     * @return a new request
     */
    public SearchRequest withType(TitleType wanted) {
        return new SearchRequest(text, year, Objects.requireNonNull(wanted, "type"), page);
    }

    /**
     * The same request, for another page.
     *
     * @param number 1 to {@link #LAST_PAGE}
     * @return a new request
     * @throws IllegalArgumentException if out of range
     */
    public SearchRequest withPage(int number) {
        return new SearchRequest(text, year, type, RequestNumbers.page(number));
    }

    /** {@return the words, as OMDb gets them} */
    public String text() {
        return text;
    }

    /** {@return the year asked for, or nothing for any} */
    public Optional<Integer> year() {
        return year == null ? Optional.empty() : Optional.of(year);
    }

    /** {@return the kind asked for, or nothing for any} */
    public Optional<TitleType> type() {
        return Optional.ofNullable(type);
    }

    /** {@return the page asked for, 1 to 100} */
    public int page() {
        return page;
    }

    @Override
    void known(BiConsumer<String, String> to) {
        to.accept("s", text);
        year().ifPresent(asked -> to.accept("y", String.valueOf(asked)));
        type().ifPresent(asked -> to.accept("type", asked.parameter()));
        if (page > 1) {
            to.accept("page", String.valueOf(page));
        }
    }

    @Override
    public Class<SearchPage> answers() {
        return SearchPage.class;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchRequest that
                && text.equals(that.text)
                && Objects.equals(year, that.year)
                && type == that.type
                && page == that.page;
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, year, type, page);
    }

    @Override
    public String toString() {
        return "search for " + text
                + (year == null ? "" : " (" + year + ")")
                + (type == null ? "" : " [" + type.parameter() + "]")
                + ", page " + page;
    }
}

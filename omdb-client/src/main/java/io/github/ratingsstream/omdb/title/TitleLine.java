package io.github.ratingsstream.omdb.title;

import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.OmdbYear;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.internal.text.Entities;
import io.github.ratingsstream.omdb.internal.text.TitleText;
import io.github.ratingsstream.omdb.request.TitleRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of text as people write titles, read as what to ask OMDb for.
 *
 * <p>{@code Matrix, The (1999)} is read as {@code The Matrix} of 1999.
 *
 * <p>Immutable and thread-safe.
 */
public final class TitleLine {

    private final @Nullable TitleRequest request;
    private final List<AskedTitle> titles;
    private final @Nullable String imdbId;
    private final @Nullable String refusal;

    private TitleLine(
            @Nullable TitleRequest request,
            List<AskedTitle> titles,
            @Nullable String imdbId,
            @Nullable String refusal) {
        this.request = request;
        this.titles = titles;
        this.imdbId = imdbId;
        this.refusal = refusal;
    }

    /**
     * Reads what is meant. The text is first normalised as {@link TitleRequest#parse} does. Then:
     *
     * <ul>
     *   <li>HTML entities are decoded: {@code Tom &amp; Jerry};
     *   <li>an IMDb id counts in any case, in front of other fields, or in the URL of a title;
     *   <li>curly quotes become straight, and quotes around the whole are taken off;
     *   <li>a year is read in round or square brackets, also from a range or {@code TV Series 2014}, or as the last field
     *       after a comma or a tab. Of a range it is the first year;
     *   <li>brackets before the year hold another title, {@code Seven (a.k.a. Se7en) (1995)}, and are not asked for;
     *       unless the text before them ends in {@code or} or {@code and};
     *   <li>an article after the last comma is put in front: {@code Boot, Das (1981)}.
     * </ul>
     *
     * @param line one line of text, of any length
     * @return what was read, which may be that it is no title
     */
    public static TitleLine read(String line) {
        Optional<Reading> fields = line.indexOf('\t') < 0 ? Optional.empty() : Years.afterTab(line);
        String text = TitleText.normalised(fields.map(Reading::text).orElse(line));
        if (TitleText.canBeAsked(text) && text.indexOf('&') >= 0) {
            text = TitleText.normalised(Entities.decodedWithControls(text));
        }
        if (!TitleText.canBeAsked(text)) {
            return refused(text);
        }
        Reading clean = Reading.of(text);
        Integer year = fields.map(Reading::year).orElse(null);
        Reading reading = ReadingRule.applyAll(year == null ? clean : clean.withYear(text, year));
        return of(text, reading);
    }

    private static TitleLine of(String text, Reading reading) {
        String title = reading.text();
        if (reading.id()) {
            return new TitleLine(TitleRequest.byId(title), List.of(), title, null);
        }
        boolean noTitle = reading.year() == null && NoTitle.isFilledIn(title);
        if (noTitle || !TitleText.canBeAsked(title)) {
            return refused(title);
        }
        List<AskedTitle> titles = Stream.concat(reading.titles(), Guesses.of(text, reading).stream())
                .filter(asked -> TitleText.canBeAsked(asked.title()))
                .distinct()
                .toList();
        return new TitleLine(titles.get(0).request(), titles, null, null);
    }

    /**
     * Reads no more than {@link TitleRequest#parse} does, for who writes titles as OMDb has them. Only what stands for
     * no title in lists is refused here too.
     *
     * @param line one line of text
     * @return what was read; {@link #match} compares with all that {@link #read} understands
     */
    public static TitleLine typed(String line) {
        String text = TitleText.normalised(line);
        TitleRequest asked = TitleRequest.parse(line).orElse(null);
        if (asked == null || NoTitle.isFilledIn(text)) {
            return refused(text);
        }
        TitleLine meant = read(line);
        Stream<AskedTitle> asTyped = asked.isById()
                ? Stream.empty()
                : Stream.of(new AskedTitle(asked.subject(), asked.year().orElse(null)));
        List<AskedTitle> titles =
                Stream.concat(asTyped, meant.titles.stream()).distinct().toList();
        return new TitleLine(asked, titles, meant.imdbId, null);
    }

    private static TitleLine refused(String text) {
        return new TitleLine(null, List.of(), null, NoTitle.reason(text));
    }

    /**
     * What to ask OMDb for.
     *
     * @return nothing where the line is no title; {@link #refusal} says why
     */
    public Optional<TitleRequest> request() {
        return Optional.ofNullable(request);
    }

    /**
     * What else the line may mean, the likeliest first: the other titles it gives, and guesses, such as {@code The
     * Matrix} for {@code 1. The Matrix}. Each is worth a call only where OMDb does not find what was asked for.
     *
     * @return none for most lines
     */
    public List<TitleRequest> otherRequests() {
        return titles.stream()
                .map(AskedTitle::request)
                .filter(other -> !other.equals(request))
                .toList();
    }

    /**
     * Why the line is no title.
     *
     * @return such as {@code it is blank}; nothing where there is a request
     */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * Whether a title that OMDb found is the one this line means: any of the titles it gives.
     *
     * @param found what OMDb found
     * @return the best match
     */
    public TitleMatch match(OmdbTitle found) {
        return match(found.title(), found.year(), found.imdbId());
    }

    /**
     * As {@link #match(OmdbTitle)}, for a row of a search.
     *
     * @param found what OMDb found
     * @return the best match
     */
    public TitleMatch match(SearchResult found) {
        return match(found.title(), found.year(), found.imdbId());
    }

    private TitleMatch match(String title, Optional<OmdbYear> year, Optional<String> id) {
        if (imdbId != null) {
            boolean asked = request().filter(TitleRequest::isById).isPresent();
            return asked || id.filter(imdbId::equals).isPresent() ? TitleMatch.EXACT : TitleMatch.DIFFERENT;
        }
        TitleMatch best = TitleMatch.DIFFERENT;
        for (AskedTitle asked : titles) {
            TitleMatch match = asked.match(title, year);
            best = match.isAtLeast(best) ? match : best;
        }
        return best;
    }

    /**
     * What is asked for, or why nothing is.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return request == null ? "no title: " + refusal : request.toString();
    }
}

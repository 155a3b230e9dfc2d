package io.github.ratingsstream.omdb.request;

import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.internal.text.ImdbId;
import io.github.ratingsstream.omdb.internal.text.TitleText;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one title, by name, by name and year, or by IMDb id.
 *
 * <pre>{@code
 * omdb.lookUp(TitleRequest.byTitle("Dune", 2021).withType(TitleType.MOVIE).withPlot(PlotLength.FULL));
 * }</pre>
 *
 * <p>Titles are normalised (see {@link #parse}) and otherwise sent as typed, case kept. Immutable and thread-safe.
 */
public final class TitleRequest extends OmdbRequest<OmdbTitle> {

    private static final Pattern TITLE_AND_YEAR = Pattern.compile("(.+) \\(((?:18|19|20)\\d\\d)\\)");

    private final String subject;
    private final boolean byId;
    private final @Nullable Integer year;
    private final @Nullable TitleType type;
    private final @Nullable PlotLength plot;

    private TitleRequest(
            String subject, boolean byId, @Nullable Integer year, @Nullable TitleType type, @Nullable PlotLength plot) {
        this.subject = subject;
        this.byId = byId;
        this.year = year;
        this.type = type;
        this.plot = plot;
    }

    /**
     * Asks for a title by name. OMDb looks for an exact match; if there is none, it takes the best title that contains
     * the words.
     *
     * @param title the name; normalised as {@link #parse} does
     * @return the request
     * @throws IllegalArgumentException if nothing is left to ask for: the name is blank, has a lone surrogate, or is
     *     the word {@code null} or {@code undefined}, which OMDb answers with films of those names
     */
    public static TitleRequest byTitle(String title) {
        return new TitleRequest(TitleText.asked("title", title), false, null, null, null);
    }

    /**
     * Asks for a title of one year. OMDb allows no tolerance here, and knows a series only by its first year.
     *
     * @param title the name, as for {@link #byTitle(String)}
     * @param year 1800 to 2099
     * @return the request
     * @throws IllegalArgumentException as {@link #byTitle(String)}, and if the year is out of range
     */
    public static TitleRequest byTitle(String title, int year) {
        return new TitleRequest(TitleText.asked("title", title), false, RequestNumbers.year(year), null, null);
    }

    /**
     * Asks for one record, of a film, series, episode or game, by its IMDb id, which is the only unique key OMDb has.
     *
     * @param imdbId {@code tt} and seven or eight digits
     * @return the request
     * @throws IllegalArgumentException if the id is not of that form; OMDb answers such an id with broken JSON
     */
    public static TitleRequest byId(String imdbId) {
        return new TitleRequest(ImdbId.checked("imdbId", imdbId), true, null, null, null);
    }

    /**
     * Reads what a person types: {@code tt1375666} is an IMDb id, {@code Dune (2021)} a title and a year, and anything
     * else a title.
     *
     * <p>Before that, terminal escape sequences such as those of arrow keys go, control characters and U+FEFF become
     * spaces (a line with a NUL is refused), soft hyphens, zero-width spaces and marks of direction go, white space (U+00A0
     * too, which OMDb answers with 403) is collapsed and trimmed, and the text is brought to Unicode's NFC. {@link
     * io.github.ratingsstream.omdb.title.TitleLine#read} reads more of what people write.
     *
     * @param line one line of text
     * @return the request, or nothing where {@link #byTitle(String)} would refuse the text
     */
    public static Optional<TitleRequest> parse(String line) {
        String text = TitleText.normalised(Objects.requireNonNull(line, "line"));
        if (!TitleText.canBeAsked(text)) {
            return Optional.empty();
        }
        if (ImdbId.isOne(text)) {
            return Optional.of(new TitleRequest(text, true, null, null, null));
        }
        Matcher dated = TITLE_AND_YEAR.matcher(text);
        if (!dated.matches()) {
            return Optional.of(new TitleRequest(text, false, null, null, null));
        }
        return Optional.of(dated.group(1))
                .filter(TitleText::canBeAsked)
                .map(title -> new TitleRequest(title, false, Integer.valueOf(dated.group(2)), null, null));
    }

    /**
     * The same request, for one kind of title only.
     *
     * @param wanted the kind; without it OMDb may answer a title with a film, a series or a game
     * @return a new request
     * @throws IllegalArgumentException for {@link TitleType#GAME}, which OMDb accepts only in a search
     */
    public TitleRequest withType(TitleType wanted) {
        if (wanted == TitleType.GAME) {
            throw new IllegalArgumentException("type must be movie, series or episode; game is for a SearchRequest");
        }
        return new TitleRequest(subject, byId, year, Objects.requireNonNull(wanted, "type"), plot);
    }

    /**
     * The same request, for a plot of this length.
     *
     * @param length the length; OMDb's default is a short plot
     * @return a new request
     */
    public TitleRequest withPlot(PlotLength length) {
        return new TitleRequest(subject, byId, year, type, Objects.requireNonNull(length, "plot"));
    }

    /**
     * Whether {@link #subject} is an IMDb id.
     *
     * @return true for an id, false for a title
     */
    public boolean isById() {
        return byId;
    }

    /**
     * The title or the IMDb id, as OMDb gets it.
     *
     * @return never blank
     */
    public String subject() {
        return subject;
    }

    /**
     * The year asked for.
     *
     * @return a year, or nothing for any
     */
    public Optional<Integer> year() {
        return year == null ? Optional.empty() : Optional.of(year);
    }

    /**
     * The kind asked for.
     *
     * @return a kind, or nothing for any
     */
    public Optional<TitleType> type() {
        return Optional.ofNullable(type);
    }

    /**
     * The length of the plot asked for.
     *
     * @return a length, or nothing for OMDb's default
     */
    public Optional<PlotLength> plot() {
        return Optional.ofNullable(plot);
    }

    @Override
    void known(BiConsumer<String, String> to) {
        to.accept(byId ? "i" : "t", subject);
        year().ifPresent(asked -> to.accept("y", String.valueOf(asked)));
        type().ifPresent(asked -> to.accept("type", asked.parameter()));
        plot().ifPresent(asked -> to.accept("plot", asked.parameter()));
    }

    @Override
    public Class<OmdbTitle> answers() {
        return OmdbTitle.class;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TitleRequest that
                && subject.equals(that.subject)
                && byId == that.byId
                && Objects.equals(year, that.year)
                && type == that.type
                && plot == that.plot;
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, byId, year, type, plot);
    }

    @Override
    public String toString() {
        return subject
                + (year == null ? "" : " (" + year + ")")
                + (type == null ? "" : " [" + type.parameter() + "]")
                + (plot == null ? "" : " [" + plot.parameter() + " plot]");
    }
}

package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A title as OMDb describes it: a film, a series, an episode or a game.
 *
 * <pre>{@code
 * title.rating(Rating.ROTTEN_TOMATOES).flatMap(Rating::percent).ifPresent(percent -> System.out.println(percent));
 * title.runtime().map(Duration::toMinutes);
 * title.text("BoxOffice"); // any field as OMDb writes it
 * }</pre>
 *
 * <p>See {@link OmdbRecord} for what all records share.
 */
public final class OmdbTitle extends OmdbRecord {

    @Serial
    private static final long serialVersionUID = 1;

    private final Rating[] ratings;

    private OmdbTitle(OmdbFields fields, List<Rating> ratings) {
        super(fields);
        this.ratings = ratings.toArray(new Rating[0]);
    }

    /**
     * A title made from OMDb's fields, without a list of ratings; for tests and custom lookups.
     *
     * @param fields names and values as OMDb sends them, such as {@code imdbRating} and {@code 8.8}; copied
     * @return the title
     * @throws IllegalArgumentException if there is no {@code Title}
     */
    public static OmdbTitle of(Map<String, String> fields) {
        return of(fields, List.of());
    }

    /**
     * A title from OMDb's fields, for tests and custom lookups.
     *
     * @param fields names and values as OMDb sends them; copied
     * @param ratings what {@link #ratings} gives; copied
     * @return the title
     * @throws IllegalArgumentException if there is no {@code Title}
     */
    public static OmdbTitle of(Map<String, String> fields, List<Rating> ratings) {
        Objects.requireNonNull(ratings, "ratings");
        if (Objects.requireNonNull(fields, "fields").get("Title") == null) {
            throw new IllegalArgumentException("fields must have a Title");
        }
        return new OmdbTitle(OmdbFields.of(fields), List.copyOf(ratings));
    }

    /** {@return the name, as OMDb has it; empty if OMDb sends none} */
    public String title() {
        return values().textOrBlank("Title");
    }

    /** {@return the year, or the years of a series} */
    public Optional<OmdbYear> year() {
        return OmdbYear.parse(values().textOrBlank("Year"));
    }

    /** {@return the kind: {@code movie}, {@code series}, {@code episode}, {@code game}; OMDb may add others} */
    public Optional<String> type() {
        return text("Type");
    }

    /** {@return the IMDb id, the only unique key of a title; it may differ from the one asked for} */
    public Optional<String> imdbId() {
        return text("imdbID");
    }

    /** {@return IMDb's rating, 0 to 10} */
    public Optional<Double> imdbRating() {
        return NumberText.decimal(values().textOrBlank("imdbRating"), 10);
    }

    /** {@return how many people rated the title at IMDb; there can be votes without a rating} */
    public Optional<Long> imdbVotes() {
        return NumberText.count(values().textOrBlank("imdbVotes"));
    }

    /** {@return Metacritic's mean, 0 to 100} */
    public Optional<Integer> metascore() {
        return NumberText.number(values().textOrBlank("Metascore")).filter(score -> score <= 100);
    }

    /**
     * The ratings by source. Which sources there are, and in which order, varies: look one up by {@link #rating}.
     *
     * @return unmodifiable, in OMDb's order, with sources this library does not know; empty if OMDb lists none, as in
     *     answers from before 2017
     */
    public List<Rating> ratings() {
        return Collections.unmodifiableList(Arrays.asList(ratings));
    }

    /**
     * The rating of one source.
     *
     * @param source such as {@link Rating#METACRITIC}
     * @return the first rating of that source
     */
    public Optional<Rating> rating(String source) {
        Objects.requireNonNull(source, "source");
        return Arrays.stream(ratings)
                .filter(rating -> rating.source().equals(source))
                .findFirst();
    }

    /** {@return the running time; for a series, that of an episode} */
    public Optional<Duration> runtime() {
        return RuntimeText.duration(values().textOrBlank("Runtime"));
    }

    /**
     * The day it came out. It may lie years after {@link #year}: OMDb sometimes gives the first release in the United
     * States, and the first of January for a day it does not know.
     *
     * @return the day; empty if unknown
     */
    public Optional<LocalDate> released() {
        return DateText.date(values().textOrBlank("Released"));
    }

    /** {@return how much it earned at the box office} */
    public Optional<Money> boxOffice() {
        return Money.parse(values().textOrBlank("BoxOffice"));
    }

    /** {@return the genres; empty if unknown} */
    public List<String> genres() {
        return list("Genre");
    }

    /** {@return the directors; empty if unknown} */
    public List<String> directors() {
        return list("Director");
    }

    /** {@return the writers, in old answers followed by their part in brackets; empty if unknown} */
    public List<String> writers() {
        return list("Writer");
    }

    /** {@return the leading actors; empty if unknown} */
    public List<String> actors() {
        return list("Actors");
    }

    /** {@return the languages; empty if unknown. A silent film may have the one language {@code None}} */
    public List<String> languages() {
        return list("Language");
    }

    /** {@return the countries; empty if unknown. Old answers say {@code USA}, new ones {@code United States}} */
    public List<String> countries() {
        return list("Country");
    }

    /**
     * {@return the plot: a short one unless the request says
     * {@link io.github.ratingsstream.omdb.request.PlotLength#FULL}}
     */
    public Optional<String> plot() {
        return text("Plot");
    }

    /** {@return the age rating, such as {@code PG-13}} */
    public Optional<String> rated() {
        return text("Rated");
    }

    /** {@return the URL of a poster, as text} */
    public Optional<String> poster() {
        return text("Poster");
    }

    /** {@return how many seasons a series has} */
    public Optional<Integer> totalSeasons() {
        return NumberText.number(values().textOrBlank("totalSeasons"));
    }

    /** {@return the season an episode belongs to} */
    public Optional<Integer> season() {
        return NumberText.number(values().textOrBlank("Season"));
    }

    /** {@return the number of an episode within its season; there are episodes 0} */
    public Optional<Integer> episode() {
        return NumberText.number(values().textOrBlank("Episode"));
    }

    /** {@return the IMDb id of the series an episode belongs to} */
    public Optional<String> seriesId() {
        return text("seriesID");
    }

    private List<String> list(String field) {
        return ListText.items(values().textOrBlank(field));
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof OmdbTitle that && Arrays.equals(ratings, that.ratings);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Arrays.hashCode(ratings);
    }

    @Override
    public String toString() {
        return title() + " (" + text("Year").orElse("?") + ", " + imdbId().orElse("?") + ", rated "
                + text("imdbRating").orElse("N/A") + ")";
    }
}

package io.github.ratingsstream.omdb.request;

import io.github.ratingsstream.omdb.answer.Season;
import java.util.function.BiConsumer;

/** Asks for the list of a season's episodes. Immutable and thread-safe. */
public final class SeasonRequest extends OmdbRequest<Season> {

    private final SeriesName series;
    private final int season;

    private SeasonRequest(SeriesName series, int season) {
        this.series = series;
        this.season = RequestNumbers.season(season);
    }

    /**
     * Asks for a season of a series by the series' name.
     *
     * @param series the name, as for {@link TitleRequest#byTitle(String)}
     * @param season 0 to 99999
     * @return the request
     * @throws IllegalArgumentException if the name can't be asked for or the number is out of range
     */
    public static SeasonRequest byTitle(String series, int season) {
        return new SeasonRequest(SeriesName.byTitle(series), season);
    }

    /**
     * Asks for a season of a series by the series' IMDb id.
     *
     * @param seriesId {@code tt} and seven or eight digits
     * @param season 0 to 99999
     * @return the request
     * @throws IllegalArgumentException if the id is malformed or the number out of range
     */
    public static SeasonRequest byId(String seriesId, int season) {
        return new SeasonRequest(SeriesName.byId(seriesId), season);
    }

    /** {@return the name or the IMDb id of the series, as OMDb gets it} */
    public String series() {
        return series.value();
    }

    /** {@return the number of the season} */
    public int season() {
        return season;
    }

    @Override
    void known(BiConsumer<String, String> to) {
        to.accept(series.parameter(), series.value());
        to.accept("Season", String.valueOf(season));
    }

    @Override
    public Class<Season> answers() {
        return Season.class;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeasonRequest that && series.equals(that.series) && season == that.season;
    }

    @Override
    public int hashCode() {
        return 31 * series.hashCode() + season;
    }

    @Override
    public String toString() {
        return series.value() + ", season " + season;
    }
}

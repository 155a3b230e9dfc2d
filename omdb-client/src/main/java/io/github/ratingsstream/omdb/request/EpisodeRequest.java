package io.github.ratingsstream.omdb.request;

import io.github.ratingsstream.omdb.answer.OmdbTitle;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an episode by its numbers. To ask for one by its own IMDb id, use {@link TitleRequest#byId(String)}, as for
 * any title.
 *
 * <p>An episode can't be asked for without its season: OMDb would silently ignore its number and answer with the
 * series. Immutable and thread-safe.
 */
public final class EpisodeRequest extends OmdbRequest<OmdbTitle> {

    private final SeriesName series;
    private final int season;
    private final int episode;
    private final @Nullable PlotLength plot;

    private EpisodeRequest(SeriesName series, int season, int episode, @Nullable PlotLength plot) {
        this.series = series;
        this.season = RequestNumbers.season(season);
        this.episode = RequestNumbers.episode(episode);
        this.plot = plot;
    }

    /**
     * Asks for an episode by the series' name.
     *
     * @param series the name, as for {@link TitleRequest#byTitle(String)}
     * @param season 0 to 99999
     * @param episode its number within the season, 0 to 99999
     * @return the request
     * @throws IllegalArgumentException if the name can't be asked for or a number is out of range
     */
    public static EpisodeRequest byTitle(String series, int season, int episode) {
        return new EpisodeRequest(SeriesName.byTitle(series), season, episode, null);
    }

    /**
     * Asks for an episode by the series' IMDb id.
     *
     * @param seriesId {@code tt} and seven or eight digits: the series', not the episode's
     * @param season 0 to 99999
     * @param episode its number within the season, 0 to 99999
     * @return the request
     * @throws IllegalArgumentException if the id is malformed or a number out of range
     */
    public static EpisodeRequest byId(String seriesId, int season, int episode) {
        return new EpisodeRequest(SeriesName.byId(seriesId), season, episode, null);
    }

    /**
     * The same request, for a plot of this length.
     *
     * @param length the length; OMDb's default is a short plot
     * @return a new request
     */
    public EpisodeRequest withPlot(PlotLength length) {
        return new EpisodeRequest(series, season, episode, Objects.requireNonNull(length, "plot"));
    }

    /** {@return the name or the IMDb id of the series, as OMDb gets it} */
    public String series() {
        return series.value();
    }

    /** {@return the number of the season} */
    public int season() {
        return season;
    }

    /** {@return the number of the episode within the season} */
    public int episode() {
        return episode;
    }

    /** {@return the length of the plot asked for, or nothing for OMDb's default} */
    public Optional<PlotLength> plot() {
        return Optional.ofNullable(plot);
    }

    @Override
    void known(BiConsumer<String, String> to) {
        to.accept(series.parameter(), series.value());
        plot().ifPresent(asked -> to.accept("plot", asked.parameter()));
        to.accept("Season", String.valueOf(season));
        to.accept("Episode", String.valueOf(episode));
    }

    @Override
    public Class<OmdbTitle> answers() {
        return OmdbTitle.class;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EpisodeRequest that
                && series.equals(that.series)
                && season == that.season
                && episode == that.episode
                && plot == that.plot;
    }

    @Override
    public int hashCode() {
        return Objects.hash(series, season, episode, plot);
    }

    @Override
    public String toString() {
        return series.value() + ", season " + season + ", episode " + episode
                + (plot == null ? "" : " [" + plot.parameter() + " plot]");
    }
}

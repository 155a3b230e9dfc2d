package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A season of a series: a list of its episodes. See {@link OmdbRecord}.
 *
 * <p>OMDb's lists have gaps, episodes 0 and sometimes an episode that was never made: look one up by {@link #episode},
 * never by its position in the list.
 */
public final class Season extends OmdbRecord {

    @Serial
    private static final long serialVersionUID = 1;

    private final SeasonEpisode[] episodes;

    private Season(OmdbFields fields, SeasonEpisode[] episodes) {
        super(fields);
        this.episodes = episodes;
    }

    /**
     * A season from OMDb's fields and rows, for tests and custom lookups.
     *
     * @param fields names and values as OMDb sends them beside the rows, such as {@code Title}, {@code Season} and
     *     {@code totalSeasons}; may be empty; copied
     * @param episodes what {@link #episodes} gives; copied
     * @return the season
     */
    public static Season of(Map<String, String> fields, List<SeasonEpisode> episodes) {
        return new Season(
                OmdbFields.of(fields),
                List.copyOf(Objects.requireNonNull(episodes, "episodes")).toArray(new SeasonEpisode[0]));
    }

    /** {@return the name of the series; empty if OMDb sends none} */
    public String title() {
        return values().textOrBlank("Title");
    }

    /** {@return the number of this season} */
    public Optional<Integer> season() {
        return NumberText.number(values().textOrBlank("Season"));
    }

    /** {@return how many seasons the series has} */
    public Optional<Integer> totalSeasons() {
        return NumberText.number(values().textOrBlank("totalSeasons"));
    }

    /** {@return the episodes OMDb has, in its order; unmodifiable} */
    public List<SeasonEpisode> episodes() {
        return Collections.unmodifiableList(Arrays.asList(episodes));
    }

    /**
     * The episode with a number.
     *
     * @param number as OMDb counts, 0 or more
     * @return nothing if the list has no such episode
     */
    public Optional<SeasonEpisode> episode(int number) {
        return Arrays.stream(episodes)
                .filter(episode -> episode.episode().orElse(-1) == number)
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof Season that && Arrays.equals(episodes, that.episodes);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Arrays.hashCode(episodes);
    }

    @Override
    public String toString() {
        return title() + ", season " + text("Season").orElse("?") + ", " + episodes.length + " episodes";
    }
}

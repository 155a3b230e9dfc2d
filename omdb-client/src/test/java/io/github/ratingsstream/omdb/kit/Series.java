package io.github.ratingsstream.omdb.kit;

import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A series with two seasons, gaps and an episode 0, and enough of a name to fill three pages. */
public final class Series {

    public static final String ID = "tt7100000";
    public static final String LONG_PLOT = "A lighthouse keeper writes down the weather for forty years. ".repeat(6);

    private Series() {}

    public static List<SimulatedTitle> titles() {
        List<SimulatedTitle> titles = new ArrayList<>(List.of(
                SimulatedTitle.id(ID)
                        .title("Harbour Lights")
                        .year("2015–")
                        .rating("7.9")
                        .series()
                        .with("totalSeasons", "2")
                        .with("Plot", LONG_PLOT),
                episode("tt7100010", "Unaired Pilot", 1, 0),
                episode("tt7100013", "Low Tide", 1, 3).with("Released", "01 Feb 2015"),
                episode("tt7100011", "First Light", 1, 1)
                        .with("Released", "18 Jan 2015")
                        .with("Year", "2015")
                        .with("imdbRating", "8.1")
                        .with("imdbVotes", "1,204")
                        .with("Plot", LONG_PLOT),
                episode("tt7100021", "Fog", 2, 1),
                SimulatedTitle.id("tt7100002")
                        .title("Harbour Lights")
                        .year("2015")
                        .rating("6.0")
                        .with("Type", "game")));
        titles.addAll(beacons());
        return titles;
    }

    private static List<SimulatedTitle> beacons() {
        return IntStream.range(0, 23)
                .mapToObj(n -> SimulatedTitle.id("tt72000" + (10 + n))
                        .title("Beacon " + n)
                        .year("19" + (50 + n))
                        .rating("5.0")
                        .with("imdbVotes", String.valueOf(1000 - n))
                        .with("Type", List.of("movie", "series", "game").get(n % 3)))
                .toList();
    }

    private static SimulatedTitle episode(String id, String title, int season, int episode) {
        return SimulatedTitle.id(id).title(title).episodeOf(ID).season(season).episode(episode);
    }
}

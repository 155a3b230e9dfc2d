package io.github.ratingsstream.omdb.kit;

import io.github.ratingsstream.omdb.answer.OmdbRecord;
import io.github.ratingsstream.omdb.answer.OmdbTitle;
import io.github.ratingsstream.omdb.answer.OmdbYear;
import io.github.ratingsstream.omdb.answer.Rating;
import io.github.ratingsstream.omdb.answer.SearchPage;
import io.github.ratingsstream.omdb.answer.SearchResult;
import io.github.ratingsstream.omdb.answer.Season;
import io.github.ratingsstream.omdb.answer.SeasonEpisode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The typed view of an answer as text: every accessor that gives something, one a line. */
public final class Described {

    private final List<String> lines = new ArrayList<>();

    private Described() {}

    public static String of(OmdbRecord record) {
        Described described = new Described();
        if (record instanceof OmdbTitle title) {
            described.title(title);
        } else if (record instanceof SearchPage page) {
            described.add("totalResults", page.totalResults());
            page.results().forEach(row -> described.lines.add(described.row(row)));
        } else if (record instanceof Season season) {
            described.lines.add("title: " + season.title());
            described.add("season", season.season());
            described.add("totalSeasons", season.totalSeasons());
            season.episodes().forEach(row -> described.lines.add(described.row(row)));
        }
        return described.lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private void title(OmdbTitle title) {
        lines.add("title: " + title.title());
        add("year", title.year().map(Described::years));
        add("type", title.type());
        add("imdbId", title.imdbId());
        add("seriesId", title.seriesId());
        add("season", title.season());
        add("episode", title.episode());
        add("totalSeasons", title.totalSeasons());
        add("imdbRating", title.imdbRating());
        add("imdbVotes", title.imdbVotes());
        add("metascore", title.metascore());
        title.ratings().forEach(rating -> lines.add("rating: " + rating + " is " + score(rating)));
        add("runtime", title.runtime().map(runtime -> runtime.toMinutes() + " minutes"));
        add("released", title.released());
        add("boxOffice", title.boxOffice());
        lists(title);
        texts(title);
    }

    private void lists(OmdbTitle title) {
        add("genres", title.genres());
        add("directors", title.directors());
        add("writers", title.writers());
        add("actors", title.actors());
        add("languages", title.languages());
        add("countries", title.countries());
    }

    private void texts(OmdbTitle title) {
        add("rated", title.rated());
        add("plot", title.plot());
        add("poster", title.poster());
        List.of("Awards", "DVD", "Production", "Website").forEach(field -> add(field, title.text(field)));
        title.fields().keySet().stream()
                .filter(name -> name.startsWith("tomato"))
                .sorted()
                .forEach(name -> add(name, title.text(name)));
    }

    private String row(SearchResult row) {
        return "result: " + row.title() + " | "
                + row.year().map(Described::years).orElse("-") + " | "
                + row.type().orElse("-") + " | " + row.imdbId().orElse("-") + " | "
                + row.poster().orElse("-");
    }

    private String row(SeasonEpisode row) {
        return "episode: " + row.episode().orElse(-1) + " | " + row.title() + " | "
                + row.released().map(String::valueOf).orElse("-") + " | "
                + row.imdbRating().orElse(-1.0) + " | " + row.imdbId().orElse("-");
    }

    private static String years(OmdbYear year) {
        return year.first() + " to " + (year.isOpen() ? "now" : year.last().orElseThrow());
    }

    private static String score(Rating rating) {
        return String.format(
                Locale.ROOT,
                "%s of %s, %s%%",
                rating.score().orElse(-1.0),
                rating.scale().orElse(-1.0),
                rating.percent().orElse(-1.0));
    }

    private void add(String name, Optional<?> value) {
        value.ifPresent(present -> lines.add(name + ": " + present));
    }

    private void add(String name, List<String> items) {
        if (!items.isEmpty()) {
            lines.add(name + ": " + String.join(" | ", items));
        }
    }
}

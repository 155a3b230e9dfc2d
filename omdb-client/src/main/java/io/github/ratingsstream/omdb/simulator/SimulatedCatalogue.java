package io.github.ratingsstream.omdb.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds titles by OMDb's rules: an exact name first, else the best-known that contains the words. */
final class SimulatedCatalogue {

    private static final Comparator<SimulatedTitle> BEST_KNOWN = Comparator.<SimulatedTitle>comparingLong(
                    SimulatedCatalogue::votes)
            .thenComparing(title -> title.get("Year"));

    private final List<SimulatedTitle> titles;
    private final Map<String, SimulatedTitle> byId;
    private final Map<String, List<SimulatedTitle>> byName;

    /** Each has an IMDb id of its own. */
    SimulatedCatalogue(List<SimulatedTitle> titles) {
        this.titles = List.copyOf(titles);
        this.byId = titles.stream().collect(Collectors.toMap(title -> title.get("imdbID"), Function.identity()));
        this.byName = titles.stream().collect(Collectors.groupingBy(title -> lowerCase(title.get("Title"))));
    }

    Optional<SimulatedTitle> byId(String imdbId) {
        return Optional.ofNullable(byId.get(imdbId));
    }

    /** An empty year means any; an empty type any but episodes. */
    Optional<SimulatedTitle> byTitle(String name, String year, String type) {
        Predicate<SimulatedTitle> wanted = wanted(year, type);
        String words = lowerCase(name);
        return byName.getOrDefault(words, List.of()).stream()
                .filter(wanted)
                .max(BEST_KNOWN)
                .or(() -> titles.stream()
                        .filter(title -> lowerCase(title.get("Title")).contains(words))
                        .filter(wanted)
                        .max(BEST_KNOWN));
    }

    /** The best known first. */
    List<SimulatedTitle> search(String text, String year, String type) {
        String words = lowerCase(text);
        return titles.stream()
                .filter(title -> lowerCase(title.get("Title")).contains(words))
                .filter(wanted(year, type))
                .sorted(BEST_KNOWN.reversed())
                .toList();
    }

    /** By number; OMDb's lists have gaps, and so do these. */
    List<SimulatedTitle> season(SimulatedTitle series, String season) {
        return titles.stream()
                .filter(title -> title.get("seriesID").equals(series.get("imdbID")))
                .filter(title -> title.get("Season").equals(season))
                .sorted(Comparator.comparingInt(title -> title.read().episode().orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private static Predicate<SimulatedTitle> wanted(String year, String type) {
        return title -> (year.isEmpty() || firstYear(title).equals(year))
                && (type.isEmpty()
                        ? !title.get("Type").equals("episode")
                        : title.get("Type").equals(type));
    }

    private static String firstYear(SimulatedTitle title) {
        String year = title.get("Year");
        return year.length() > 4 ? year.substring(0, 4) : year;
    }

    private static long votes(SimulatedTitle title) {
        return title.read().imdbVotes().orElse(0L);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

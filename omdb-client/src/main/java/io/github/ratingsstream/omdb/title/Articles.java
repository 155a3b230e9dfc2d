package io.github.ratingsstream.omdb.title;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The articles that lists put at the end, {@code Matrix, The}, and that comparing leaves aside. */
final class Articles {

    private static final Set<String> KNOWN = Stream.of(
                    "The A An",
                    "Le La Les L' Un Une",
                    "Der Die Das Den Ein Eine",
                    "El Los Las Un Una",
                    "Il Lo I Gli",
                    "O Os As",
                    "De Het Een",
                    "Det Den En")
            .flatMap(language -> Stream.of(language.split(" ")))
            .map(article -> article.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST = 4;

    private Articles() {}

    /** {@code Matrix, The} as {@code The Matrix}; any other title as it is. */
    static String inFront(String title) {
        int comma = title.lastIndexOf(',');
        String last = title.substring(comma + 1).strip();
        String rest = comma < 0 ? "" : title.substring(0, comma).strip();
        if (rest.isEmpty() || !isOne(last)) {
            return title;
        }
        return last + (last.endsWith("'") ? "" : " ") + rest;
    }

    /** The title without an article in front; the title itself if there is none, or nothing else. */
    static String without(String title) {
        int end = title.startsWith("'", 1) ? 2 : title.indexOf(' ');
        return end > 0 && end + 1 < title.length() && isOne(title.substring(0, end))
                ? title.substring(end).strip()
                : title;
    }

    private static boolean isOne(String word) {
        return word.length() <= LONGEST && KNOWN.contains(word.toLowerCase(Locale.ROOT));
    }
}

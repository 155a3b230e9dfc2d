package io.github.ratingsstream.omdb.title;

import io.github.ratingsstream.omdb.internal.text.TitleText;
import java.util.Set;
import java.util.TreeSet;

/** What stands in lists where a title is missing, and text that can't be asked for. */
final class NoTitle {

    private static final Set<String> FILLED_IN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        FILLED_IN.addAll(Set.of("N/A", "NaN", "None"));
    }

    private NoTitle() {}

    /** Whether the whole of a clean text stands for no title. */
    static boolean isFilledIn(String text) {
        return FILLED_IN.contains(text) || text.codePoints().noneMatch(NoTitle::isLetterOrNumber);
    }

    private static boolean isLetterOrNumber(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.OTHER_NUMBER
                || Character.getType(codePoint) == Character.LETTER_NUMBER;
    }

    /** Why a clean text is refused. */
    static String reason(String text) {
        if (text.isEmpty()) {
            return "it is blank";
        }
        if (text.indexOf('\0') >= 0) {
            return "it has a NUL, as text in another encoding has";
        }
        boolean isFilledIn =
                TitleText.canBeAsked(text) || text.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
        return isFilledIn ? "it stands for no title" : "it has half a character, a lone surrogate";
    }
}

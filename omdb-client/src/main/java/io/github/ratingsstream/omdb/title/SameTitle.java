package io.github.ratingsstream.omdb.title;

import io.github.ratingsstream.omdb.internal.text.TitleText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Whether two texts are the same title: letters and digits count, and neither case, accents nor an article in front. */
final class SameTitle {

    /** Letters whose stroke or ligature Unicode does not take apart, and the sign for a word. */
    private static final Map<Character, String> SPELT_OUT = Map.of(
            '&', "and", 'ø', "o", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'æ', "ae", 'œ', "oe", 'ß', "ss", 'ı', "i");

    private SameTitle() {}

    static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other) || areSame(lower(one), lower(other));
    }

    /** Whether the title is all that stands on one side of a colon or dash of the title found. */
    static boolean isOneSide(String title, String found) {
        String whole = lower(title);
        if (letters(whole).isEmpty()) {
            return false;
        }
        for (int i = 1; i + 1 < found.length(); i++) {
            if (isSeparator(found, i)
                    && (areSame(whole, lower(found.substring(0, i)))
                            || areSame(whole, lower(found.substring(i + 1))))) {
                return true;
            }
        }
        return false;
    }

    /** A hyphen inside a word is no dash. */
    private static boolean isSeparator(String text, int at) {
        return switch (text.charAt(at)) {
            case ':', '–', '—' -> true;
            case '-' -> text.charAt(at - 1) == ' ' && text.charAt(at + 1) == ' ';
            default -> false;
        };
    }

    private static boolean areSame(String one, String other) {
        String letters = letters(one);
        if (letters.isEmpty()) {
            return one.equals(other);
        }
        return letters.equals(letters(other))
                || letters(Articles.without(one)).equals(letters(Articles.without(other)));
    }

    private static String lower(String title) {
        return Quotes.straight(title.strip()).toLowerCase(Locale.ROOT);
    }

    private static String letters(String lower) {
        String apart = TitleText.isPlain(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(lower.length());
        apart.codePoints().filter(SameTitle::counts).forEach(character -> {
            String spelt = Character.isBmpCodePoint(character) ? SPELT_OUT.get((char) character) : null;
            if (spelt == null) {
                letters.appendCodePoint(character);
            } else {
                letters.append(spelt);
            }
        });
        return letters.toString();
    }

    /** Accents are Unicode's first block of marks; those of other scripts are vowels and do count. */
    private static boolean counts(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> character > 0x036F;
            default -> character == '&' || Character.isLetterOrDigit(character);
        };
    }
}

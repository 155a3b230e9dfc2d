package io.github.ratingsstream.omdb.title;

import io.github.ratingsstream.omdb.internal.text.TitleText;

/** Quotation marks, straight, curly and French. */
final class Quotes {

    private Quotes() {}

    static boolean maybeCurly(Reading reading) {
        return !TitleText.isPlain(reading.text());
    }

    /** Curly quotes as OMDb's titles have them: straight. */
    static String straight(String text) {
        StringBuilder straight = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            straight.append(
                    switch (character) {
                        case '‘', '’', '‚', '‛' -> '\'';
                        case '“', '”', '„', '‟' -> '"';
                        default -> character;
                    });
        }
        return straight.toString();
    }

    /** Whether quotes stand at both ends, though maybe not of the same words. */
    static boolean around(String text) {
        int last = text.length() - 1;
        if (last < 2) {
            return false;
        }
        char first = text.charAt(0);
        return first == '«' ? text.charAt(last) == '»' : isMark(first) && text.charAt(last) == first;
    }

    private static boolean isMark(char character) {
        return character == '"' || character == '\'';
    }

    /** The text without the quotes around the whole of it. */
    static String takenOff(String text) {
        if (!around(text)) {
            return text;
        }
        String inside = text.substring(1, text.length() - 1);
        String words = text.charAt(0) == '"' ? inside.replace("\"\"", "") : inside;
        boolean whole =
                switch (text.charAt(0)) {
                    case '"' -> words.indexOf('"') < 0;
                    case '\'' -> apostrophesOnly(words);
                    default -> words.indexOf('«') < 0;
                };
        // A list writes a quote inside quotes twice.
        return whole && !inside.isBlank() ? inside.replace("\"\"", "\"").strip() : text;
    }

    /** Whether all single quotes stand inside words. */
    private static boolean apostrophesOnly(String words) {
        for (int i = words.indexOf('\''); i >= 0; i = words.indexOf('\'', i + 1)) {
            boolean inside = i > 0
                    && i + 1 < words.length()
                    && Character.isLetterOrDigit(words.charAt(i - 1))
                    && Character.isLetterOrDigit(words.charAt(i + 1));
            if (!inside) {
                return false;
            }
        }
        return true;
    }
}

package io.github.ratingsstream.omdb;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of a title as OMDb should get it. */
final class TitleText {

    /** Control characters, U+FEFF, and all that Unicode calls white space. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\x{FEFF}\\p{IsWhite_Space}]+");

    /** Words of broken callers. OMDb has films of these names and answers with them. */
    private static final Set<String> JUNK = Set.of("null", "undefined");

    private TitleText() {}

    static String normalised(String text) {
        String spaced = BLANKS.matcher(text).replaceAll(" ").strip();
        return Normalizer.normalize(spaced, Normalizer.Form.NFC);
    }

    /** The text to send; the name of the parameter is for the message. */
    static String asked(String parameter, String text) {
        String normalised = normalised(text);
        if (!canBeAsked(normalised)) {
            throw new IllegalArgumentException(
                    parameter + " must be a name: not blank, no lone surrogates, not the word null or undefined");
        }
        return normalised;
    }

    static boolean canBeAsked(String normalised) {
        return !normalised.isEmpty()
                && JUNK.stream().noneMatch(normalised::equalsIgnoreCase)
                && StandardCharsets.UTF_8.newEncoder().canEncode(normalised);
    }
}

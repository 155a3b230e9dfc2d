package io.github.ratingsstream.omdb.internal.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a title as OMDb should get it. */
public final class TitleText {

    /** Control characters, U+FEFF, and all that Unicode calls white space. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\x{FEFF}\\p{IsWhite_Space}]+");

    /** Words sent by broken programs. OMDb has films of these names and would answer with them. */
    private static final List<String> JUNK = List.of("null", "undefined");

    private TitleText() {}

    public static String normalised(String text) {
        if (isPlain(text)) {
            return text;
        }
        String spaced = BLANKS.matcher(text).replaceAll(" ").strip();
        return Normalizer.normalize(spaced, Normalizer.Form.NFC);
    }

    /**
     * Whether it is printable ASCII with single spaces inside, as most titles are. To normalise it anyway would cost
     * more than the rest of a cache hit.
     */
    public static boolean isPlain(String text) {
        boolean spaced = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~' || (spaced && character == ' ')) {
                return false;
            }
            spaced = character == ' ';
        }
        return !spaced;
    }

    /** The text to send; the parameter's name is for the message of a refusal. */
    public static String asked(String parameter, String text) {
        String normalised = normalised(text);
        if (!canBeAsked(normalised)) {
            throw new IllegalArgumentException(
                    parameter + " must be a name: not blank, no lone surrogates, not the word null or undefined");
        }
        return normalised;
    }

    public static boolean canBeAsked(String normalised) {
        return !normalised.isEmpty()
                && !isJunk(normalised)
                && (isPlain(normalised) || StandardCharsets.UTF_8.newEncoder().canEncode(normalised));
    }

    private static boolean isJunk(String normalised) {
        for (String word : JUNK) {
            if (word.equalsIgnoreCase(normalised)) {
                return true;
            }
        }
        return false;
    }
}

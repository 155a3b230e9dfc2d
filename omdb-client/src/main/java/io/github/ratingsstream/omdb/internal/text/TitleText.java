package io.github.ratingsstream.omdb.internal.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The text of a title as OMDb should get it. */
public final class TitleText {

    /**
     * What keys and colours are in a terminal (ECMA-48): CSI, OSC, and those SS3 that a key sends. Of other escapes only
     * the escape itself goes, as somebody may have typed it before a title.
     */
    private static final Pattern ESCAPES = Pattern.compile(
            "(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]|\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)|\\x1bO[A-DFHP-S]|\\x1b");

    /**
     * What web pages put between letters and nobody sees: soft hyphens, zero-width spaces, marks of direction. The
     * joiners U+200C and U+200D are not among them, as scripts need them.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B\\u200E\\u200F\\u2060\\u202A-\\u202E\\u2066-\\u2069]");

    /** Control characters but NUL, U+FEFF, and all that Unicode calls white space. */
    private static final Pattern BLANKS = Pattern.compile("[\\x01-\\x1f\\x7f-\\x9f\\x{FEFF}\\p{IsWhite_Space}]+");

    /** Words sent by broken programs. OMDb has films of these names and would answer with them. */
    private static final List<String> JUNK = List.of("null", "undefined");

    private TitleText() {}

    public static String normalised(String text) {
        if (isPlain(text)) {
            return text;
        }
        String typed = ESCAPES.matcher(text).replaceAll("");
        String seen = INVISIBLE.matcher(typed).replaceAll("");
        String spaced = BLANKS.matcher(seen).replaceAll(" ").strip();
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
        String normalised = normalised(Objects.requireNonNull(text, parameter));
        if (!canBeAsked(normalised)) {
            throw new IllegalArgumentException(parameter
                    + " must be a name: not blank, no lone surrogates, no NUL, not the word null or undefined");
        }
        return normalised;
    }

    public static boolean canBeAsked(String normalised) {
        return !normalised.isEmpty()
                && normalised.indexOf('\0') < 0
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

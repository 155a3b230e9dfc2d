package io.github.ratingsstream.omdb.internal.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * HTML's entities in OMDb's texts and in lines copied from web pages, decoded once: {@code &amp;amp;} becomes {@code
 * &amp;}.
 *
 * <p>OMDb was seen to send {@code &pound;}, {@code &amp;} and numbers such as {@code &#39;}. All names of Latin-1 and
 * some others of HTML 4 are known; anything else that looks like an entity, as in a URL's query, stays as it is.
 */
public final class Entities {

    private static final int LONGEST = "&#x10FFFF;".length();

    /** U+00A0 to U+00FF, in order. */
    private static final String LATIN_1 =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg "
                    + "macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest "
                    + "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
                    + "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
                    + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml "
                    + "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final Map<String, String> BY_NAME = byName();
    private static final Pattern DECIMAL = Pattern.compile("#\\d{1,7}");
    private static final Pattern HEXADECIMAL = Pattern.compile("#[xX]\\p{XDigit}{1,6}");

    private Entities() {}

    /** The text decoded, but for entities of control characters, which stay as they are. */
    public static String decoded(String text) {
        return decoded(text, false);
    }

    /** The text decoded, control characters too, as a browser shows them: for text that is cleaned afterwards. */
    public static String decodedWithControls(String text) {
        return decoded(text, true);
    }

    private static String decoded(String text, boolean controls) {
        int ampersand = text.indexOf('&');
        if (ampersand < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int done = 0;
        while (ampersand >= 0) {
            decoded.append(text, done, ampersand);
            int end = semicolon(text, ampersand);
            Optional<String> meant = end < 0 ? Optional.empty() : meaning(text.substring(ampersand + 1, end), controls);
            decoded.append(meant.orElse("&"));
            done = meant.isPresent() ? end + 1 : ampersand + 1;
            ampersand = text.indexOf('&', done);
        }
        return decoded.append(text, done, text.length()).toString();
    }

    private static int semicolon(String text, int ampersand) {
        int last = Math.min(text.length(), ampersand + LONGEST);
        for (int i = ampersand + 1; i < last; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> meaning(String entity, boolean controls) {
        if (DECIMAL.matcher(entity).matches()) {
            return character(Integer.parseInt(entity.substring(1)), controls);
        }
        if (HEXADECIMAL.matcher(entity).matches()) {
            return character(Integer.parseInt(entity.substring(2), 16), controls);
        }
        return Optional.ofNullable(BY_NAME.get(entity));
    }

    private static Optional<String> character(int codePoint, boolean controls) {
        boolean text = Character.isValidCodePoint(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && (controls || !Character.isISOControl(codePoint));
        return text ? Optional.of(Character.toString(codePoint)) : Optional.empty();
    }

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>(Map.of(
                "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "euro", "€", "ndash", "–", "mdash", "—"));
        names.putAll(Map.of("lsquo", "‘", "rsquo", "’", "ldquo", "“", "rdquo", "”", "hellip", "…", "trade", "™"));
        names.putAll(Map.of("OElig", "Œ", "oelig", "œ", "Scaron", "Š", "scaron", "š", "Yuml", "Ÿ", "bull", "•"));
        names.putAll(Map.of(
                "sbquo", "‚", "bdquo", "„", "zwj", "\u200D", "zwnj", "\u200C", "lrm", "\u200E", "rlm", "\u200F"));
        char character = '\u00A0';
        for (String name : LATIN_1.split(" ")) {
            names.put(name, String.valueOf(character++));
        }
        return names;
    }
}

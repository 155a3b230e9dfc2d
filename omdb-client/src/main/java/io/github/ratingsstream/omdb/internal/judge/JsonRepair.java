package io.github.ratingsstream.omdb.internal.judge;

import java.util.HexFormat;

/**
 * Mends in one pass the two ways in which OMDb's JSON is broken: quotes that are not escaped (or escaped twice) inside
 * a string, and escapes that JSON does not have, such as {@code \s}.
 *
 * <p>A quote ends a string only if the structure goes on after it: after a name with a colon; after a value with a
 * comma and the next name, or with a closing bracket.
 */
final class JsonRepair {

    private final String text;
    private final StringBuilder mended;
    private int at;
    private boolean inName;

    private JsonRepair(String text) {
        this.text = text;
        this.mended = new StringBuilder(text.length() + 16);
    }

    static String repair(String json) {
        return new JsonRepair(json).run();
    }

    static boolean hasIllegalEscape(String json) {
        int backslash = json.indexOf('\\');
        while (backslash >= 0) {
            if (!isLegalEscape(json, backslash)) {
                return true;
            }
            backslash = json.indexOf('\\', backslash + 2);
        }
        return false;
    }

    private static boolean isLegalEscape(String json, int backslash) {
        int escaped = backslash + 1;
        if (escaped == json.length()) {
            return false;
        }
        if (json.charAt(escaped) != 'u') {
            return "\"\\/bfnrt".indexOf(json.charAt(escaped)) >= 0;
        }
        for (int digit = escaped + 1; digit <= escaped + 4; digit++) {
            if (digit >= json.length() || !HexFormat.isHexDigit(json.charAt(digit))) {
                return false;
            }
        }
        return true;
    }

    private String run() {
        boolean inString = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!inString) {
                inString = c == '"';
                expect(c);
                mended.append(c);
                at++;
            } else if (c == '\\') {
                escape();
            } else if (c == '"') {
                inString = !endsString(at);
                mended.append(inString ? "\\\"" : "\"");
                at++;
            } else {
                mended.append(c);
                at++;
            }
        }
        return mended.toString();
    }

    /** OMDb's lists hold objects, never bare strings, so after a comma there is a name. */
    private void expect(char structure) {
        if (structure == '{' || structure == ',') {
            inName = true;
        } else if (structure == ':') {
            inName = false;
        }
    }

    private void escape() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean escapedTwice =
                next == '\\' && at + 2 < text.length() && text.charAt(at + 2) == '"' && !endsString(at + 2);
        if (escapedTwice) {
            mended.append("\\\"");
            at += 3;
        } else if (isLegalEscape(text, at)) {
            mended.append('\\').append(next);
            at += 2;
        } else if (next == '\'') {
            mended.append(next);
            at += 2;
        } else {
            mended.append("\\\\");
            at++;
        }
    }

    private boolean endsString(int quote) {
        int next = skipBlanks(quote + 1);
        if (next == text.length()) {
            return true;
        }
        char c = text.charAt(next);
        if (inName) {
            return c == ':';
        }
        return switch (c) {
            case '}', ']' -> structureGoesOn(next);
            case ',' -> startsObjectOrName(skipBlanks(next + 1));
            default -> false;
        };
    }

    private boolean structureGoesOn(int bracket) {
        int next = skipBlanks(bracket + 1);
        return next == text.length() || ",]}".indexOf(text.charAt(next)) >= 0;
    }

    /** A name in quotes and a colon, or the next object of a list. */
    private boolean startsObjectOrName(int from) {
        if (from == text.length() || text.charAt(from) != '"') {
            return from < text.length() && text.charAt(from) == '{';
        }
        int end = from + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (end == text.length() || text.charAt(end) != '"') {
            return false;
        }
        int colon = skipBlanks(end + 1);
        return colon < text.length() && text.charAt(colon) == ':';
    }

    private int skipBlanks(int from) {
        int next = from;
        while (next < text.length() && text.charAt(next) <= ' ') {
            next++;
        }
        return next;
    }
}

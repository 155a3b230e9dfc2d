package io.github.ratingsstream.core.output;

/** Text as Python's {@code repr} writes it. */
final class PythonText {

    private PythonText() {}

    /** In single quotes, unless the text holds some and no double ones; what Python does not print is escaped. */
    static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder repr = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> append(repr, c, quote));
        return repr.append(quote).toString();
    }

    private static void append(StringBuilder repr, int c, char quote) {
        switch (c) {
            case '\n' -> repr.append("\\n");
            case '\r' -> repr.append("\\r");
            case '\t' -> repr.append("\\t");
            default -> {
                if (c == quote || c == '\\') {
                    repr.append('\\').append((char) c);
                } else if (isPrintable(c)) {
                    repr.appendCodePoint(c);
                } else {
                    repr.append(escape(c));
                }
            }
        }
    }

    private static String escape(int c) {
        if (c <= 0xFF) {
            return String.format("\\x%02x", c);
        }
        return c <= 0xFFFF ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
    }

    /** Python's rule: everything but Unicode's categories Other and Separator, plus the space. */
    private static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}

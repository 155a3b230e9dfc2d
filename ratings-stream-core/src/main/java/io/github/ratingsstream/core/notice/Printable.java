package io.github.ratingsstream.core.notice;

/** Other people's text on a terminal. */
public final class Printable {

    private Printable() {}

    /**
     * Escapes control characters, line separators and lone surrogates, as {@code \}{@code u001b}, so that a title can't
     * move the cursor.
     *
     * @param text from anywhere
     * @return text that is safe on a terminal, on one line
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append(String.format("\\u%04x", c));
            }
        });
        return escaped.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

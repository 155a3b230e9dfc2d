package io.github.ratingsstream.omdb.title;

import java.util.Optional;

/**
 * The last bracket of a text, round or square.
 *
 * @param before what stands before it
 * @param inside what stands in it
 * @param spaced whether a space stands before it
 */
record Brackets(String before, String inside, boolean spaced) {

    static boolean end(Reading reading) {
        char last = reading.lastCharacter();
        return last == ')' || last == ']';
    }

    /** The bracket at the end, with all brackets inside it; nothing if there is none, or nothing before it. */
    static Optional<Brackets> last(String text) {
        int end = text.length() - 1;
        int start = opening(text);
        String before = start < 0 ? "" : text.substring(0, start).stripTrailing();
        String inside = start < 0 ? "" : text.substring(start + 1, end).strip();
        return before.isEmpty() || inside.isEmpty()
                ? Optional.empty()
                : Optional.of(new Brackets(before, inside, before.length() < start));
    }

    private static int opening(String text) {
        char closing = text.charAt(text.length() - 1);
        char opening = closing == ')' ? '(' : '[';
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) == closing) {
                depth++;
            } else if (text.charAt(i) == opening && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}

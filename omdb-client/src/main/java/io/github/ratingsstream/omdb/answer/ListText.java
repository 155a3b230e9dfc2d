package io.github.ratingsstream.omdb.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists as OMDb writes them: one text, with commas. */
final class ListText {

    private ListText() {}

    /** A comma in brackets does not divide: {@code Jim Starlin (created by: Drax, Gamora), James Gunn}. */
    static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        boolean bracketsMatter = isBalanced(text);
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (bracketsMatter) {
                depth += opens(c);
            }
            if (c == ',' && depth == 0) {
                add(items, text.substring(start, i));
                start = i + 1;
            }
        }
        add(items, text.substring(start));
        return Collections.unmodifiableList(items);
    }

    /** A bracket that is never closed must not swallow the rest of the list. */
    private static boolean isBalanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length() && depth >= 0; i++) {
            depth += opens(text.charAt(i));
        }
        return depth == 0;
    }

    private static int opens(char c) {
        return switch (c) {
            case '(' -> 1;
            case ')' -> -1;
            default -> 0;
        };
    }

    private static void add(List<String> items, String item) {
        if (OmdbFields.saysSomething(item)) {
            items.add(item.strip());
        }
    }
}

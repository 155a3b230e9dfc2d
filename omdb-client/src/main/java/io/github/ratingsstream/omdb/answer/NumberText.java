package io.github.ratingsstream.omdb.answer;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as OMDb writes them, whatever the JVM's locale. */
final class NumberText {

    private static final Pattern SHORT = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,15}|\\d{1,3}(,\\d{3}){1,4}");

    private NumberText() {}

    static OptionalInt number(String text) {
        return SHORT.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** With or without commas: OMDb groups the votes of films and series, not those of episodes. */
    static OptionalLong count(String text) {
        return GROUPED.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text.replace(",", "")))
                : OptionalLong.empty();
    }

    /** Nothing if the number is above the bound. */
    static OptionalDouble decimal(String text, double most) {
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return value <= most ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}

package io.github.ratingsstream.omdb.answer;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as OMDb writes them, whatever the JVM's locale. */
final class NumberText {

    private static final Pattern SHORT = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,15}|\\d{1,3}(,\\d{3}){1,4}");

    private NumberText() {}

    static Optional<Integer> number(String text) {
        return SHORT.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** With or without commas: OMDb groups the votes of films and series, not those of episodes. */
    static Optional<Long> count(String text) {
        return GROUPED.matcher(text).matches() ? Optional.of(Long.parseLong(text.replace(",", ""))) : Optional.empty();
    }

    /** Nothing if the number is above the bound. */
    static Optional<Double> decimal(String text, double most) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        return value <= most ? Optional.of(value) : Optional.empty();
    }
}

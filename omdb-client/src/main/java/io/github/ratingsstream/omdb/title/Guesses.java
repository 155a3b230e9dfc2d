package io.github.ratingsstream.omdb.title;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a line may mean besides what it was read as. They are guesses: true of many lists, wrong for some titles, and so
 * worth a call only where the title as it stands is not found.
 */
final class Guesses {

    /** {@code 1. The Matrix}, {@code 12) Alien}. */
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,4}[.)] (.+)");

    private Guesses() {}

    /** The likeliest first; none for nearly all lines. */
    static List<AskedTitle> of(String text, Reading reading) {
        if (reading.id()) {
            return List.of();
        }
        return Stream.of(numbered(text), afterTheYear(text, reading), notAField(text, reading))
                .flatMap(guesses -> guesses)
                .toList();
    }

    private static Stream<AskedTitle> numbered(String text) {
        if (!Character.isDigit(text.charAt(0))) {
            return Stream.empty();
        }
        Matcher listed = NUMBERED.matcher(text);
        return listed.matches() ? read(listed.group(1)) : Stream.empty();
    }

    /** {@code Amélie (2001) [1080p]}. */
    private static Stream<AskedTitle> afterTheYear(String text, Reading reading) {
        return reading.year() == null && Brackets.end(Reading.of(text))
                ? Brackets.last(text).stream()
                        .map(Brackets::before)
                        .flatMap(Guesses::read)
                        .filter(title -> title.year() != null)
                : Stream.empty();
    }

    /** {@code Paris, 1919}: the year may be part of the title. */
    private static Stream<AskedTitle> notAField(String text, Reading reading) {
        boolean mayBelong = reading.year() != null && text.endsWith(", " + reading.year());
        return mayBelong ? Stream.of(new AskedTitle(text, null)) : Stream.empty();
    }

    private static Stream<AskedTitle> read(String text) {
        Reading reading = ReadingRule.applyAll(Reading.of(text));
        return reading.id() ? Stream.empty() : reading.titles();
    }
}

package io.github.ratingsstream.omdb.title;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The year at the end of a line, in all the forms in which people write it. */
final class Years {

    private static final Pattern YEAR = Pattern.compile("(?:18|19|20)\\d\\d");

    /** What a list says before the year: of a film {@code 2014}, of a series {@code TV Series 2014–2018}. */
    private static final String KIND = "(?:TV (?:Series |Mini[ -]?Series |Movie |Special |Short |Episode )?"
            + "|Video Game |Music Video |Video |Short |Movie |Film |Series )?";

    /** What may follow it: the end of a series, or IMDb's number of films of one name and year. */
    private static final String END = "(?: ?[-–—] ?(?:\\d{4}|\\d\\d|present)?|/[IVX]{1,5})?";

    private static final Pattern IN_BRACKETS = Pattern.compile(KIND + "(" + YEAR + ")" + END, Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = "TV Mini-Series 2014 – present".length();

    private Years() {}

    /** {@code Dune (2021)}, {@code Prestige, The [2006]}, {@code Breaking Bad (TV Series 2008–2013).} */
    static Reading inBrackets(Reading reading) {
        String text = withoutFullStop(reading.text());
        return Brackets.last(text)
                .flatMap(last -> year(last.inside()).map(year -> reading.withYear(last.before(), year)))
                .orElse(reading);
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(").") || text.endsWith("].") ? text.substring(0, text.length() - 1) : text;
    }

    private static Optional<Integer> year(String inside) {
        if (inside.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher written = IN_BRACKETS.matcher(inside);
        return written.matches() ? Optional.of(Integer.valueOf(written.group(1))) : Optional.empty();
    }

    /** {@code Inception,2010}, {@code "Dune, Part Two",2024}: the last field of a list. */
    static Reading afterComma(Reading reading) {
        String text = reading.text();
        return lastField(text, text.lastIndexOf(',')).orElse(reading);
    }

    /** {@code Inception⇥2010}. In a clean line the tab is a space, so this is for the line as it came. */
    static Optional<Reading> afterTab(String line) {
        return lastField(line, line.lastIndexOf('\t'));
    }

    private static Optional<Reading> lastField(String text, int separator) {
        String title = separator < 0 ? "" : text.substring(0, separator).strip();
        String last = Quotes.takenOff(text.substring(separator + 1).strip());
        boolean insideQuotes = title.startsWith("\"") && !Quotes.around(title);
        return title.isEmpty() || insideQuotes || !YEAR.matcher(last).matches()
                ? Optional.empty()
                : Optional.of(Reading.of(title).withYear(title, Integer.parseInt(last)));
    }
}

package io.github.ratingsstream.omdb.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as OMDb writes them: {@code 14 Oct 1994} in a title, {@code 1994-10-14} in a season.
 *
 * <p>The month names are our own: what a {@code DateTimeFormatter} accepts depends on the JVM's locale data, even for
 * English ({@code Sep}, {@code Sept}).
 */
final class DateText {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern TITLE = Pattern.compile("(\\d{1,2}) ([A-Za-z]{3})[a-z]{0,6} (\\d{4})");
    private static final Pattern SEASON = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");

    private DateText() {}

    static Optional<LocalDate> date(String text) {
        Matcher title = TITLE.matcher(text);
        if (title.matches()) {
            int month = MONTHS.indexOf(title.group(2).toLowerCase(Locale.ROOT)) + 1;
            return date(title.group(3), month, title.group(1));
        }
        Matcher season = SEASON.matcher(text);
        return season.matches()
                ? date(season.group(1), Integer.parseInt(season.group(2)), season.group(3))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}

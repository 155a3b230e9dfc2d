package io.github.ratingsstream.app.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A time with its unit. Without one it is refused, as Spark itself reads some bare numbers as seconds, others as
 * milliseconds.
 */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    @Override
    public Duration convert(String text) {
        return read(text, Duration.ofDays(1), "24h");
    }

    /** {@return a time as an option would give it, in the largest unit without a fraction} */
    static String text(Duration time) {
        long millis = time.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }

    static Duration read(String text, Duration most, String mostText) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new TypeConversionException("'" + text + "' is not a time with a unit, such as 500ms, 10s, 5m, 24h");
        }
        long number = Long.parseLong(time.group(1));
        Duration duration =
                switch (time.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        if (duration.isZero() || duration.compareTo(most) > 0) {
            throw new TypeConversionException("'" + text + "' is out of range: 1ms to " + mostText);
        }
        return duration;
    }
}

package io.github.ratingsstream.omdb.title;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IMDb id as people write it: in any case, in the URL of a title, or as the first field of a list. */
final class ImdbIdText {

    private static final Pattern ID = Pattern.compile("\"?(tt\\d{7,8})(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);

    private static final Pattern URL = Pattern.compile(
            "(?<![\\p{L}\\d-])imdb\\.com/(?:[a-z]{2}(?:-[a-z]{2})?/)?title/(tt\\d{7,8})(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private ImdbIdText() {}

    static boolean maybe(Reading reading) {
        return isFirst(reading.text()) || reading.text().indexOf('/') >= 0;
    }

    static Reading read(Reading reading) {
        return in(reading.text()).map(reading::withId).orElse(reading);
    }

    private static boolean isFirst(String text) {
        return text.regionMatches(true, text.startsWith("\"") ? 1 : 0, "tt", 0, 2);
    }

    private static Optional<String> in(String text) {
        Matcher first = ID.matcher(text);
        if (isFirst(text) && first.lookingAt()) {
            return Optional.of(first.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher url = URL.matcher(text);
        return url.find() ? Optional.of(url.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}

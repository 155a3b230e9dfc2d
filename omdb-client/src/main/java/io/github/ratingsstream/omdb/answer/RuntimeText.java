package io.github.ratingsstream.omdb.answer;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runtimes as OMDb writes them: {@code 142 min}; in old answers {@code 1 h 50 min} or {@code 2 hrs 8 mins}, and once {@code 34S min}.
 */
final class RuntimeText {

    private static final Pattern RUNTIME = Pattern.compile(
            "(?:(\\d{1,4}) ?h(?:rs?|ours?)?)? ?(?:(\\d{1,3}(?:,\\d{3})?|\\d{4,6})S? ?m(?:ins?|inutes?)?)?\\.?");

    private RuntimeText() {}

    static Optional<Duration> duration(String text) {
        Matcher runtime = RUNTIME.matcher(text);
        if (!runtime.matches() || (runtime.group(1) == null && runtime.group(2) == null)) {
            return Optional.empty();
        }
        Duration hours = runtime.group(1) == null ? Duration.ZERO : Duration.ofHours(Long.parseLong(runtime.group(1)));
        return runtime.group(2) == null
                ? Optional.of(hours)
                : Optional.of(
                        hours.plusMinutes(NumberText.count(runtime.group(2)).orElse(0L)));
    }
}

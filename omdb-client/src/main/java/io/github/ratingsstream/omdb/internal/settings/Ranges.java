package io.github.ratingsstream.omdb.internal.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses settings out of range, by name. */
public final class Ranges {

    private Ranges() {}

    public static long number(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ": " + value);
        }
        return value;
    }

    public static URI baseUrl(URI url) {
        Objects.requireNonNull(url, "baseUrl");
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            // The URL is not in the message, since people paste theirs with the key in it.
            throw new IllegalArgumentException("baseUrl must be http:// or https:// with a host");
        }
        if (url.getRawQuery() != null) {
            throw new IllegalArgumentException("baseUrl must have no query; the key is set by apiKey");
        }
        return url;
    }

    public static ApiKey given(@Nullable ApiKey key) {
        if (key == null) {
            throw new IllegalStateException(
                    "an OMDb key is needed: set apiKey (omdbapi.com/apikey.aspx gives free ones)");
        }
        return key;
    }

    public static Duration time(String name, Duration value) {
        return within(name, value, 1);
    }

    public static Duration age(String name, Duration value) {
        return within(name, value, 365);
    }

    private static Duration within(String name, Duration value, int days) {
        if (Objects.requireNonNull(value, name).compareTo(Duration.ofMillis(1)) < 0
                || value.compareTo(Duration.ofDays(days)) > 0) {
            String most = days == 1 ? "1 day" : days + " days";
            throw new IllegalArgumentException(name + " must be 1 ms to " + most + ": " + value);
        }
        return value;
    }
}

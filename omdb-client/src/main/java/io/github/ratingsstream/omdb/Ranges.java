package io.github.ratingsstream.omdb;

import java.time.Duration;

/** Refuses settings out of range, by name. */
final class Ranges {

    private Ranges() {}

    static long number(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ": " + value);
        }
        return value;
    }

    static Duration time(String name, Duration value) {
        return within(name, value, 1);
    }

    static Duration age(String name, Duration value) {
        return within(name, value, 365);
    }

    private static Duration within(String name, Duration value, int days) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(days)) > 0) {
            String most = days == 1 ? "1 day" : days + " days";
            throw new IllegalArgumentException(name + " must be 1 ms to " + most + ": " + value);
        }
        return value;
    }
}

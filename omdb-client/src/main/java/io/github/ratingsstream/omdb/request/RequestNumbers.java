package io.github.ratingsstream.omdb.request;

/**
 * Bounds of the numbers OMDb can be asked for. Beyond them it answers with SQL errors, or with something that was not
 * asked for.
 */
final class RequestNumbers {

    private RequestNumbers() {}

    static int year(int year) {
        return inRange("year", year, 1800, 2099);
    }

    static int page(int page) {
        return inRange("page", page, 1, SearchRequest.LAST_PAGE);
    }

    /** Some series have a season 0, some count their seasons by year. */
    static int season(int season) {
        return inRange("season", season, 0, 99_999);
    }

    static int episode(int episode) {
        return inRange("episode", episode, 0, 99_999);
    }

    private static int inRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ": " + value);
        }
        return value;
    }
}

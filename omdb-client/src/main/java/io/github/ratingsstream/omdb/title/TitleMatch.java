package io.github.ratingsstream.omdb.title;

import java.util.Locale;

/** How well the title that OMDb found is the one a line asked for, the best first. See {@link TitleLine#match}. */
public enum TitleMatch {

    /**
     * The same letters and digits, whatever the case, accents, an article in front, and {@code &} or {@code and}; and
     * the same year, where one was asked for. A lookup by IMDb id is always exact.
     */
    EXACT,

    /**
     * The same title, a year earlier or later; or the title asked for is all that stands on one side of a colon or a
     * dash of the title found, in the same year or one off.
     */
    CLOSE,

    /** Another title, as far as their names and years tell. */
    DIFFERENT;

    /**
     * Whether this is as good a match as another, or better.
     *
     * @param least such as {@link #CLOSE}
     * @return true for itself too
     */
    public boolean isAtLeast(TitleMatch least) {
        return compareTo(least) <= 0;
    }

    /**
     * The match as a word for people and files.
     *
     * @return {@code exact}, {@code close} or {@code different}
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.ratingsstream.omdb;

import java.util.Locale;

/** The kinds of title OMDb can be asked for. Answers may also be of kinds that can't be asked for, such as games. */
public enum TitleType {
    /** A film. */
    MOVIE,
    /** A series as a whole. */
    SERIES,
    /** One episode of a series. */
    EPISODE;

    /**
     * The word OMDb uses, in requests and answers alike.
     *
     * @return the name in lower case, such as {@code movie}
     */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}

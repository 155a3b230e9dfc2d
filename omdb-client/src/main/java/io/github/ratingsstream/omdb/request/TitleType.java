package io.github.ratingsstream.omdb.request;

import java.util.Locale;

/** The kinds of title OMDb can be asked for. Answers may be of other kinds. */
public enum TitleType {
    /** A film. */
    MOVIE,
    /** A series as a whole. */
    SERIES,
    /** One episode of a series. */
    EPISODE,
    /** A video game. OMDb accepts this kind only in a search. */
    GAME;

    /**
     * The word OMDb uses, in requests and answers alike.
     *
     * @return the name in lower case, such as {@code movie}
     */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}

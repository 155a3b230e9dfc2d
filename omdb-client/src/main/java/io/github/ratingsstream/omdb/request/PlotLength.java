package io.github.ratingsstream.omdb.request;

import java.util.Locale;

/** How long the plot in the answer is. */
public enum PlotLength {
    /** A sentence or two, cut off with dots if it is too long. This is OMDb's default. */
    SHORT,
    /** All OMDb has. */
    FULL;

    /**
     * The word OMDb uses.
     *
     * @return the name in lower case, such as {@code full}
     */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.ratingsstream.core.result;

/** What became of a line. Every line has exactly one. */
public enum Outcome {
    /** Found, with a rating. */
    RATED,
    /** Found, and OMDb has no rating for it. */
    UNRATED,
    /** OMDb has no such title. */
    NOT_FOUND,
    /** Never asked for: the line holds nothing that OMDb could be asked for. */
    INVALID,
    /** Can't be asked for now, and is kept to be asked for later. Only jobs that park lines have this outcome. */
    PARKED,
    /** No answer; {@link LookupResult#reason} says why. */
    FAILED
}

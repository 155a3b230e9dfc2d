package io.github.ratingsstream.core.result;

/** What became of a line. Every line has exactly one. */
public enum Outcome {
    /** Found, with a rating. */
    RATED,
    /** Found, and OMDb has no rating for it. */
    UNRATED,
    /** OMDb has no such title. */
    NOT_FOUND,
    /** Never asked: there is nothing in the line OMDb could be asked for. */
    INVALID,
    /** Can't be asked for now, and kept to be asked for later. Only a job that keeps such lines has them. */
    PARKED,
    /** No answer; {@link LookupResult#reason} says why. */
    FAILED
}

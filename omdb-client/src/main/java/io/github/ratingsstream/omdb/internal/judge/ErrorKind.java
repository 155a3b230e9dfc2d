package io.github.ratingsstream.omdb.internal.judge;

import java.util.Locale;

/** What OMDb's error texts mean. There is no official list; these are the texts it has been seen to send. */
enum ErrorKind {
    MISS,
    DAILY_LIMIT,
    REFUSED_KEY,
    BAD_REQUEST,
    OUTAGE,
    UNKNOWN;

    private static final int UNAUTHORIZED = 401;

    static ErrorKind of(String error, int status) {
        String text = error.toLowerCase(Locale.ROOT);
        if (isMiss(text)) {
            return MISS;
        }
        // Checked before the refused key, since it comes with the same status; its wording varies.
        if (text.contains("limit reached")) {
            return DAILY_LIMIT;
        }
        if (text.contains("api key") || status == UNAUTHORIZED) {
            return REFUSED_KEY;
        }
        if (isBadRequest(text)) {
            return BAD_REQUEST;
        }
        return status >= 500 || status == 429 ? OUTAGE : UNKNOWN;
    }

    /**
     * "Error getting data." sounds like a passing fault, but it is OMDb's answer to a well-formed id it does not have.
     */
    private static boolean isMiss(String text) {
        return text.endsWith("not found!")
                || text.startsWith("incorrect imdb id")
                || text.startsWith("error getting data");
    }

    private static boolean isBadRequest(String text) {
        return text.startsWith("something went wrong")
                || text.startsWith("too many results")
                || text.startsWith("must provide more than one character")
                || text.startsWith("conversion from string")
                || text.startsWith("syntax error")
                || text.startsWith("incorrect syntax")
                || text.startsWith("object reference not set")
                || text.startsWith("the offset specified");
    }
}

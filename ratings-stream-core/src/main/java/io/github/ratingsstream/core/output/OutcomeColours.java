package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.result.Outcome;

/** How the words for outcomes look on stderr. */
public enum OutcomeColours {
    /** As text, for files and pipes. */
    NONE,
    /** In a terminal's colours. */
    TERMINAL;

    private static final String YELLOW = "\u001b[33m";
    private static final String CYAN = "\u001b[36m";
    private static final String RED = "\u001b[31m";
    private static final String NORMAL = "\u001b[0m";

    String of(Outcome outcome, String word) {
        if (this == NONE) {
            return word;
        }
        String colour =
                switch (outcome) {
                    case FAILED -> RED;
                    case PARKED -> CYAN;
                    default -> YELLOW;
                };
        return colour + word + NORMAL;
    }
}

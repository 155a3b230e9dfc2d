package io.github.ratingsstream.omdb;

/** Text from elsewhere, fit for one of our messages. */
final class OneLine {

    private static final int MOST_CHARACTERS = 200;

    private OneLine() {}

    /** The text without control characters, and of bounded length. */
    static String of(String text) {
        String head = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
        return TitleText.normalised(head);
    }
}

package io.github.ratingsstream.omdb.internal.text;

/** Makes other people's text fit for one of our messages. */
public final class OneLine {

    private static final int MOST_CHARACTERS = 200;

    private OneLine() {}

    /** The text without control characters, and of bounded length. */
    public static String of(String text) {
        String head = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
        return TitleText.normalised(head.replace('\0', ' '));
    }
}

package io.github.ratingsstream.omdb;

/** Other people's texts, made fit for a message of ours. */
final class Texts {

    private static final int MOST_CHARACTERS = 200;

    private Texts() {}

    /** Without control characters, and cut. */
    static String oneLine(String text) {
        String head = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
        return TitleText.normalised(head);
    }
}

package io.github.ratingsstream.omdb;

import java.util.regex.Pattern;

/** The form of an IMDb id. OMDb answers others with broken JSON. */
final class ImdbId {

    private static final Pattern FORM = Pattern.compile("tt\\d{7,8}");

    private ImdbId() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static String checked(String parameter, String id) {
        if (!isOne(id)) {
            throw new IllegalArgumentException(parameter + " must be tt and 7 or 8 digits");
        }
        return id;
    }
}

package io.github.ratingsstream.omdb.internal.text;

import java.util.Objects;
import java.util.regex.Pattern;

/** The format of an IMDb id. OMDb answers anything else with broken JSON. */
public final class ImdbId {

    private static final Pattern FORM = Pattern.compile("tt\\d{7,8}");

    private ImdbId() {}

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public static String checked(String parameter, String id) {
        if (!isOne(Objects.requireNonNull(id, parameter))) {
            throw new IllegalArgumentException(parameter + " must be tt and 7 or 8 digits");
        }
        return id;
    }
}

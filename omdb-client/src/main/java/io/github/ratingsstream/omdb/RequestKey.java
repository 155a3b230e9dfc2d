package io.github.ratingsstream.omdb;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What makes two lookups one: the parameters without the API key, without differences in case, white space and Unicode
 * form, which OMDb doesn't make either; and the kind of request, since two kinds read one answer differently.
 *
 * @param kind the request's class
 * @param text such as {@code t=dune&y=2021}; a store's key
 */
record RequestKey(Class<?> kind, String text) {

    static RequestKey of(OmdbRequest<?> request) {
        StringBuilder text = new StringBuilder();
        request.parameters((name, value) ->
                text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(folded(value)));
        return new RequestKey(request.getClass(), text.toString());
    }

    /** An ampersand in a title must not look like the next parameter. */
    private static String folded(String value) {
        String lower = TitleText.normalised(value).toLowerCase(Locale.ROOT);
        String composed = TitleText.isPlain(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFC);
        return composed.replace("%", "%25").replace("&", "%26");
    }
}

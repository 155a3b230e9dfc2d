package io.github.ratingsstream.omdb;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What makes two lookups one: the parameters without the API key, without differences in case, white space and Unicode
 * form, which OMDb doesn't make either; and the kind of request, since two kinds read one answer differently.
 *
 * @param kind the request's class
 * @param text such as {@code t=dune&y=2021}; a store's key
 */
record LookupKey(Class<?> kind, String text) {

    static LookupKey of(OmdbRequest<?> request) {
        String text = request.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + folded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return new LookupKey(request.getClass(), text);
    }

    /** An ampersand in a title must not look like the next parameter. */
    private static String folded(String value) {
        String lower = TitleText.normalised(value).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFC)
                .replace("%", "%25")
                .replace("&", "%26");
    }
}

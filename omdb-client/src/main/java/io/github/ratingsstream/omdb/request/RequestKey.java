package io.github.ratingsstream.omdb.request;

import io.github.ratingsstream.omdb.internal.text.TitleText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/**
 * The key that all requests for the same thing share, made by {@link OmdbRequest#key}. Lookups with equal keys share a
 * call and an answer.
 *
 * <p>It holds the request's parameters without differences in case, white space and Unicode form, which OMDb ignores
 * too. It also holds the kind of request, because two kinds may read the same answer differently. The API key is not
 * part of it. Immutable and thread-safe.
 *
 * @param kind the class of the request, such as {@link TitleRequest}
 * @param text the parameters, such as {@code t=dune&y=2021}; this is the key an answer has in a store
 */
public record RequestKey(Class<?> kind, String text) {

    /**
     * A key of these parts.
     *
     * @throws NullPointerException if one is {@code null}
     */
    public RequestKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

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

package io.github.ratingsstream.omdb.internal.http;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.internal.settings.ApiKey;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.core5.net.URIBuilder;

/** Writes a request as OMDb's query string. */
public final class RequestUri {

    private final URI base;
    private final ApiKey key;

    public RequestUri(URI base, ApiKey key) {
        this.base = base;
        this.key = key;
    }

    /** The result contains the key: it goes to the transport and nowhere else. */
    public URI of(OmdbRequest<?> request) {
        URIBuilder uri = new URIBuilder(base);
        uri.addParameter("apikey", key.value());
        request.parameters(uri::addParameter);
        try {
            return uri.build();
        } catch (URISyntaxException e) {
            // Its message contains the URL, so it is not passed on.
            throw new OmdbException(OmdbException.Reason.BAD_REQUEST, false, "the request can't be written as a URL");
        }
    }
}

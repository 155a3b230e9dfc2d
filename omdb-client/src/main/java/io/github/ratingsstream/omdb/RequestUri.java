package io.github.ratingsstream.omdb;

import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.request.OmdbRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.core5.net.URIBuilder;

/** Writes a request as OMDb's query string. */
final class RequestUri {

    private final URI base;
    private final ApiKey key;

    RequestUri(URI base, ApiKey key) {
        this.base = base;
        this.key = key;
    }

    /** The result holds the key: it goes to the transport and nowhere else. */
    URI of(OmdbRequest<?> request) {
        URIBuilder uri = new URIBuilder(base);
        uri.addParameter("apikey", key.value());
        request.parameters(uri::addParameter);
        try {
            return uri.build();
        } catch (URISyntaxException e) {
            // Its message holds the URL, so it is not passed on.
            throw new OmdbException(OmdbException.Reason.BAD_REQUEST, false, "the request can't be written as a URL");
        }
    }
}
